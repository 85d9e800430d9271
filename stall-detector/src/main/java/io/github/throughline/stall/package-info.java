/** The stall detector's application. Detection is in {@code detection}, Kafka Streams in {@code stream}, files in {@code backtest}. */
@NullMarked
package io.github.throughline.stall;

import org.jspecify.annotations.NullMarked;
