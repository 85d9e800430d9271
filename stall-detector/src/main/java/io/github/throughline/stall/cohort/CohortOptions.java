package io.github.throughline.stall.cohort;

import io.github.throughline.measures.Measure;

/**
 * What to simulate.
 *
 * @param measure what they report
 * @param baseRate part of the patients who should be found
 * @param noise standard error of one report, in points; the measure's MDC says 1.96 x sqrt(2) times as much
 * @param missing part of the weeks without a report
 * @param dropOut part of the patients who leave before the end, at any week alike (16 to 34 % are usual)
 * @param weeks how long they are followed
 * @param everyWeeks how often they are asked
 * @param isUntidy whether reports come late, twice, or by a clock that is some days behind
 */
public record CohortOptions(
        Measure measure,
        long seed,
        int patients,
        double baseRate,
        double noise,
        double missing,
        double dropOut,
        int weeks,
        int everyWeeks,
        boolean isUntidy) {

    private static final double MDC_IN_STANDARD_ERRORS = 1.96 * Math.sqrt(2);

    public CohortOptions {
        require(patients >= 1, "patients: at least 1");
        require(baseRate >= 0 && baseRate <= 1, "base rate: 0 to 1");
        require(noise > 0, "noise: above 0 points");
        require(missing >= 0 && missing < 1, "missing: 0 to less than 1");
        require(dropOut >= 0 && dropOut <= 1, "drop-out: 0 to 1");
        require(weeks >= 1 && weeks <= 520, "weeks: 1 to 520");
        require(everyWeeks >= 1, "every weeks: at least 1");
    }

    /** Sixteen weeks of weekly reports, as they are in many series; noise by the measure's own error. */
    public static CohortOptions of(Measure measure, long seed, int patients) {
        return new CohortOptions(measure, seed, patients, 0.1, noise(measure), 0.12, 0.25, 16, 1, false);
    }

    /** Standard error of one report: the MDC of a baseline in the middle of the scale, by 1.96 x sqrt(2). */
    public static double noise(Measure measure) {
        double middle = (measure.minimum().doubleValue() + measure.maximum().doubleValue()) / 2;
        return measure.measurementError().threshold(middle).points(middle) / MDC_IN_STANDARD_ERRORS;
    }

    public CohortOptions with(double baseRate, double noise) {
        return new CohortOptions(
                measure, seed, patients, baseRate, noise, missing, dropOut, weeks, everyWeeks, isUntidy);
    }

    public CohortOptions seeded(long other) {
        return new CohortOptions(
                measure, other, patients, baseRate, noise, missing, dropOut, weeks, everyWeeks, isUntidy);
    }

    public CohortOptions missing(double part) {
        return new CohortOptions(measure, seed, patients, baseRate, noise, part, dropOut, weeks, everyWeeks, isUntidy);
    }

    public CohortOptions over(int weeks, int everyWeeks) {
        return new CohortOptions(
                measure, seed, patients, baseRate, noise, missing, dropOut, weeks, everyWeeks, isUntidy);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
