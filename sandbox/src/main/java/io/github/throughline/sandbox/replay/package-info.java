/** Sends the histories of real patients through the running system the way clients would, and compares what it finds with a backtest. Reading the file is the backtest's. */
@NullMarked
package io.github.throughline.sandbox.replay;

import org.jspecify.annotations.NullMarked;
