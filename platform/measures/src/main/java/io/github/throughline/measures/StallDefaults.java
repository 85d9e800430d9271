package io.github.throughline.measures;

/**
 * Default stall terms of a measure, beside its {@link Measure#measurementError} and {@link Measure#importantChange}.
 * What each number does is said in {@link io.github.throughline.signedplan.StallTerms}.
 */
public record StallDefaults(
        Sourced minimumWeeks,
        Sourced minimumReadings,
        Sourced windowWeeks,
        Change response,
        Change progress,
        Sourced plateauConfirmingReadings,
        Sourced regressionConfirmingReadings,
        Sourced regressionMuchWorse) {}
