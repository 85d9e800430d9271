package io.github.throughline.stall.backtest;

/**
 * A line that could not be used.
 *
 * @param line number of the line in its file, from 1
 * @param reason stable code, e.g. impossible-value
 */
public record RejectedLine(int line, String reason) {}
