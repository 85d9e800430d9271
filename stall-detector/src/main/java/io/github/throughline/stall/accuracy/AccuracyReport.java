package io.github.throughline.stall.accuracy;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.stall.backtest.Backtest;
import io.github.throughline.stall.backtest.BacktestOptions;
import io.github.throughline.stall.backtest.BacktestResult;
import io.github.throughline.stall.cohort.CohortOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How accurate the detector is: on simulated cohorts, the first of which has gates, and on a file of real histories.
 *
 * @param cohorts weekly pain scores first
 * @param real a backtest of real histories; null: none were given
 */
public record AccuracyReport(
        List<CohortAccuracy> cohorts, @Nullable BacktestResult real) {

    /** So many that chance moves a sensitivity by less than .01. */
    private static final int OF_THE_GATES = 12_000;

    private static final int OF_THE_OTHERS = 3_000;
    private static final long SEED = 20_261_125;
    private static final double WEEKLY_PAIN_NOISE = 0.9;

    /**
     * Simulates, folds and judges.
     *
     * @param terms YAML in place of the catalogue's; null: the catalogue's
     * @param real CSV as a backtest reads it; null: none
     */
    public static AccuracyReport of(@Nullable Path terms, @Nullable Path real) {
        List<CohortAccuracy> cohorts =
                Stream.concat(Stream.of(weeklyPain(terms)), others(terms)).toList();
        return new AccuracyReport(
                cohorts, real == null ? null : Backtest.run(new BacktestOptions(real, terms, null, null, null, null)));
    }

    /** The cohort that the gates are about. */
    static CohortAccuracy weeklyPain(@Nullable Path terms) {
        return CohortAccuracy.of("Weekly pain scores", pain(OF_THE_GATES), terms);
    }

    public List<Gate> gates() {
        return Gate.of(cohorts.getFirst());
    }

    /** The report as Markdown. */
    public String text() {
        return AccuracyText.of(this);
    }

    private static Stream<CohortAccuracy> others(@Nullable Path terms) {
        CohortOptions pain = pain(OF_THE_OTHERS);
        return Stream.of(
                CohortAccuracy.of("Pain, few stall", pain.with(0.05, WEEKLY_PAIN_NOISE), terms),
                CohortAccuracy.of("Pain, many stall", pain.with(0.30, WEEKLY_PAIN_NOISE), terms),
                CohortAccuracy.of("Pain, a steady hand", pain.with(0.10, 0.6), terms),
                CohortAccuracy.of("Pain, very noisy", pain.with(0.10, 1.3), terms),
                CohortAccuracy.of("Pain, a third of the weeks missing", pain.missing(0.33), terms),
                CohortAccuracy.of("Weekly PEG", options("PEG"), terms),
                CohortAccuracy.of("Weekly PSFS", options("PSFS"), terms),
                CohortAccuracy.of("Weekly PHQ-9", options("PHQ-9"), terms),
                CohortAccuracy.of("Weekly GAD-7", options("GAD-7"), terms),
                CohortAccuracy.of("Weekly BDI", options("BDI"), terms),
                CohortAccuracy.of("ODI every four weeks", options("ODI").over(40, 4), terms),
                CohortAccuracy.of("RMDQ every two weeks", options("RMDQ").over(26, 2), terms));
    }

    private static CohortOptions pain(int patients) {
        return CohortOptions.of(measure("NPRS"), SEED, patients).with(0.10, WEEKLY_PAIN_NOISE);
    }

    private static CohortOptions options(String measure) {
        return CohortOptions.of(measure(measure), SEED, OF_THE_OTHERS);
    }

    private static Measure measure(String id) {
        return MeasureCatalogue.standard().measure(id).orElseThrow();
    }
}
