package io.github.throughline.stall.accuracy;

import io.github.throughline.stall.backtest.BacktestTable;
import io.github.throughline.stall.cohort.Trajectory;
import java.util.List;
import java.util.Locale;

/**
 * A limit that a figure must keep.
 *
 * @param what the figure, in words
 * @param limit in the unit of the figure
 * @param isLeast whether the figure must be at least the limit; otherwise at most
 * @param decimals of both, for people
 */
public record Gate(String what, double found, double limit, boolean isLeast, int decimals) {

    public boolean holds() {
        return isLeast ? found >= limit : found <= limit;
    }

    /** The limit, e.g. "at least .95". */
    String required() {
        return (isLeast ? "at least " : "at most ") + BacktestTable.figure(limit, decimals);
    }

    /** What is required of the cohort of weekly pain scores. */
    static List<Gate> of(CohortAccuracy weeklyPain) {
        Figures ours = weeklyPain.ours();
        Figures best = weeklyPain.best();
        double late = weeklyPain.plateau().getOrDefault(Trajectory.LATE, 1.0);
        return List.of(
                new Gate("sensitivity", ours.sensitivity(), 0.95, true, 3),
                new Gate("specificity", ours.specificity(), 0.97, true, 3),
                new Gate("alerts per 100 patients", ours.alertsPer100(), 12, false, 1),
                new Gate("median delay, readings", ours.medianDelay(), 4, false, 1),
                new Gate("median delay beyond the best possible, readings", beyond(ours, best), 1, false, 1),
                new Gate("late responders escalated as plateau", late, 0.10, false, 3));
    }

    private static double beyond(Figures ours, Figures best) {
        return Math.max(0, ours.medianDelay() - best.medianDelay());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %s, required %s", what, BacktestTable.figure(found, decimals), required());
    }
}
