package io.github.throughline.signedplan;

/**
 * How check-ins are kept.
 *
 * @param windowDays length of a window from local midnight, 1 to 7
 * @param graceHours how long after the window's end a submission still counts as in time
 * @param missedTolerance so many check-ins missed in a row are a stall, at least 1
 * @param source where the numbers come from: a citation, the program's template or the plan
 */
public record CheckinTerms(int windowDays, int graceHours, int missedTolerance, String source) {}
