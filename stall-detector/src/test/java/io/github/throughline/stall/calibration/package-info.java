@NullMarked
package io.github.throughline.stall.calibration;

import org.jspecify.annotations.NullMarked;
