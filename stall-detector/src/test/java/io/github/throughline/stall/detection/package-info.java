/** Tests of the detection, each sentence of the design a fact. */
@NullMarked
package io.github.throughline.stall.detection;

import org.jspecify.annotations.NullMarked;
