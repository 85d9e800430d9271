package io.github.throughline.stall.backtest;

/**
 * A line that could not be used.
 *
 * @param file name of the file
 * @param line number of the line in its file, from 1
 * @param reason stable code, e.g. impossible-value
 */
public record RejectedLine(String file, int line, String reason) {}
