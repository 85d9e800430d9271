package io.github.throughline.measures;

import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.StallTerms;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resolves a measure's defaults into the terms that a plan version carries, each with its source. */
public final class DefaultTerms {

    private DefaultTerms() {}

    /**
     * The measure as a plan holds it.
     *
     * @param everyWeeks cadence, at least 1
     * @param baseline in points of the measure; null: not known at signing
     */
    public static PlannedMeasure plannedMeasure(Measure measure, int everyWeeks, @Nullable Double baseline) {
        return new PlannedMeasure(
                measure.id(),
                measure.version(),
                measure.direction(),
                everyWeeks,
                baseline,
                stallTerms(measure, baseline),
                null,
                List.of());
    }

    /**
     * The measure's default stall terms.
     *
     * @param baseline in points of the measure, chooses among terms that depend on it; null: not known at signing
     */
    public static StallTerms stallTerms(Measure measure, @Nullable Double baseline) {
        return new StallTerms(
                measure.measurementError().threshold(baseline),
                measure.importantChange().threshold(baseline),
                plateau(measure.stall(), baseline),
                regression(measure.stall()));
    }

    /** The value that a plan aims at where it names no goal of its own, in points of the measure. */
    public static Optional<Sourced> target(Measure measure) {
        return Optional.ofNullable(measure.target());
    }

    private static StallTerms.Plateau plateau(StallDefaults stall, @Nullable Double baseline) {
        return new StallTerms.Plateau(
                count(stall.minimumWeeks()),
                count(stall.minimumReadings()),
                count(stall.windowWeeks()),
                stall.response().threshold(baseline),
                stall.progress().threshold(baseline),
                count(stall.plateauConfirmingReadings()),
                citations(
                        stall.minimumWeeks(),
                        stall.minimumReadings(),
                        stall.windowWeeks(),
                        stall.plateauConfirmingReadings()));
    }

    private static StallTerms.Regression regression(StallDefaults stall) {
        return new StallTerms.Regression(
                count(stall.regressionConfirmingReadings()),
                stall.regressionMuchWorse().value(),
                citations(stall.regressionConfirmingReadings(), stall.regressionMuchWorse()));
    }

    private static int count(Sourced number) {
        return (int) number.value();
    }

    private static String citations(Sourced... numbers) {
        return Arrays.stream(numbers).map(Sourced::citation).distinct().collect(Collectors.joining("; "));
    }
}
