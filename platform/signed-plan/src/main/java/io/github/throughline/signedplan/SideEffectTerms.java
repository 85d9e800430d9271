package io.github.throughline.signedplan;

/**
 * Which side effects are a stall. A severe one always is; a moderate one that persists or returns. What stays or comes
 * back after a medication was stopped or lowered is counted anew from there: it needs time to subside.
 *
 * @param persisting a moderate one that so many answered check-ins in a row report persists, at least 1
 * @param returnsWithinWeeks a moderate one that comes back within so many weeks, after an answered check-in without it,
 *     returns; 0: that is not looked for
 * @param medicationWeeks one that began within so many weeks after a medication was started or raised is urgent
 * @param clearAfter so many answered check-ins in a row without it, and it is over, at least 1
 * @param source where the numbers come from
 */
public record SideEffectTerms(
        int persisting, int returnsWithinWeeks, int medicationWeeks, int clearAfter, String source) {}
