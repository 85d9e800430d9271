/** Tests of the catalogue and the scorer. No measure is defined here. */
@NullMarked
package io.github.throughline.measures;

import org.jspecify.annotations.NullMarked;
