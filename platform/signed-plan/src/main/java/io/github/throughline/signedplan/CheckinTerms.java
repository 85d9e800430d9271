package io.github.throughline.signedplan;

/**
 * How check-ins are kept, and what of their answers is a stall.
 *
 * @param windowDays length of a window from local midnight, 1 to 7
 * @param graceHours how long after the window's end a submission still counts as in time
 * @param missedTolerance so many check-ins missed in a row are a stall, at least 1
 * @param sideEffects which side effects are a stall
 * @param adherence when an activity counts as not done
 * @param source where the numbers come from: a citation, the program's template or the plan
 */
public record CheckinTerms(
        int windowDays,
        int graceHours,
        int missedTolerance,
        SideEffectTerms sideEffects,
        AdherenceTerms adherence,
        String source) {}
