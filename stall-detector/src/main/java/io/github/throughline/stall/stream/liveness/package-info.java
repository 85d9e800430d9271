/** How far the detector is, for those who watch it: no alert must mean no stall, not no detector. */
@NullMarked
package io.github.throughline.stall.stream.liveness;

import org.jspecify.annotations.NullMarked;
