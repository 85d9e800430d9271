/** Tests of the whole detector. Those of the detection are beside it. */
@NullMarked
package io.github.throughline.stall;

import org.jspecify.annotations.NullMarked;
