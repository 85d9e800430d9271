@NullMarked
package io.github.throughline.stall.stream.liveness;

import org.jspecify.annotations.NullMarked;
