/** Tests of the backtest. They bring their own histories. */
@NullMarked
package io.github.throughline.stall.backtest;

import org.jspecify.annotations.NullMarked;
