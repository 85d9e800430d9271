/** Links that let one recipient see the evidence behind one notice for a while. The page behind them is in {@code console}. */
@NullMarked
package io.github.throughline.notification.sharedlink;

import org.jspecify.annotations.NullMarked;
