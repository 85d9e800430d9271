package io.github.throughline.signedplan;

/**
 * When the readings of a measure are a stall. Error and importance are two things: a change can be one without the
 * other.
 *
 * @param measurementError a smaller change between two readings can be noise (MDC, 95 %)
 * @param importantChange a smaller change does not matter to patients (MCID)
 */
public record StallTerms(
        Threshold measurementError, Threshold importantChange, Plateau plateau, Regression regression) {

    /** MDC95 is 1.96 times the standard error of a difference of two readings: 1.96 x sqrt(2) x SEM. */
    private static final double MDC_IN_STANDARD_ERRORS = 1.96 * Math.sqrt(2);

    /**
     * Standard error of one reading in points, from the error of a change. A level nearer than this to a limit is not
     * surely beyond it; recovery must pass the limit by as much.
     *
     * @param baseline in points of the measure
     */
    public double levelError(double baseline) {
        return measurementError.points(baseline) / MDC_IN_STANDARD_ERRORS;
    }

    /**
     * Recovery has stopped short: the level (median of the last three readings) is off the target by more than the
     * {@link #levelError}, the improvement from the baseline is less than a response, and no progress is under way.
     *
     * @param minimumWeeks before so many weeks from the first reading, rounded, it is too early to say
     * @param minimumReadings before so many readings it is too early to say, at least 3
     * @param windowWeeks progress is looked for over the last so many weeks
     * @param response improvement from the baseline that counts as a response to treatment
     * @param progress improvement over the window, by the Theil-Sen slope, that says that recovery goes on
     * @param confirmingReadings at so many readings in a row all of this must hold, at least 1
     * @param source where the counts come from
     */
    public record Plateau(
            int minimumWeeks,
            int minimumReadings,
            int windowWeeks,
            Threshold response,
            Threshold progress,
            int confirmingReadings,
            String source) {}

    /**
     * Readings in a row are worse than the best sustained level (the best value that three readings in a row kept) by
     * more than the error, or than the baseline, which is one reading only and needs one more of them.
     *
     * @param confirmingReadings so many readings in a row, at least 1; one fewer where all of them are much worse, or
     *     where they lie as many weeks apart: who is asked seldom is not noise so often
     * @param muchWorse by so many errors a reading is much worse, at least 1
     * @param source where the numbers come from
     */
    public record Regression(int confirmingReadings, double muchWorse, String source) {}
}
