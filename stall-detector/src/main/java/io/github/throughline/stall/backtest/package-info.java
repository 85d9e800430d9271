/** Folds files of outcome histories through the detection and says how it did. No server, and no rule of its own. */
@NullMarked
package io.github.throughline.stall.backtest;

import org.jspecify.annotations.NullMarked;
