@NullMarked
package io.github.throughline.stall.stream.rebuild;

import org.jspecify.annotations.NullMarked;
