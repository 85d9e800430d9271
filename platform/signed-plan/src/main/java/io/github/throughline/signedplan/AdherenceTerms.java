package io.github.throughline.signedplan;

/**
 * When an activity of the plan counts as not done. It is a stall only while a measure stalls as well.
 *
 * @param checkins so many answered check-ins in a row report less than the least, at least 1
 * @param leastPercent the least part of the planned times that counts as done, 1 to 100 percent
 * @param source where the numbers come from
 */
public record AdherenceTerms(int checkins, int leastPercent, String source) {}
