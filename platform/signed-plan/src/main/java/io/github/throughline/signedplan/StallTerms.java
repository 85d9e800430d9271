package io.github.throughline.signedplan;

/**
 * When the readings of a measure are a stall. Error and importance are two things: a change can be one without the other.
 *
 * @param measurementError a smaller change can be noise (MDC)
 * @param importantChange a smaller change does not matter to patients (MCID)
 */
public record StallTerms(
        Threshold measurementError, Threshold importantChange, Plateau plateau, Regression regression) {

    /**
     * @param minimumWeeks before so many weeks from the first reading it is too early to say
     * @param minimumReadings before so many readings it is too early to say
     * @param windowWeeks change is looked for over the last so many weeks
     * @param source where the numbers come from
     */
    public record Plateau(int minimumWeeks, int minimumReadings, int windowWeeks, String source) {}

    /**
     * @param confirmingReadings so many readings in a row must be worse than the best sustained level by more than the
     *     error
     * @param source where the number comes from
     */
    public record Regression(int confirmingReadings, String source) {}
}
