package io.github.throughline.stall.accuracy;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.Measure;
import io.github.throughline.measures.Sourced;
import io.github.throughline.stall.cohort.Cohort;
import io.github.throughline.stall.cohort.CohortOptions;
import io.github.throughline.stall.cohort.Trajectory;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found on one simulated cohort.
 *
 * @param title what is special about it
 * @param ours of our own detector
 * @param best of the best that is possible, at the same false alarms
 * @param others of simple rules and the logistic reference
 * @param plateau part of the patients of each trajectory with an escalation of the rule plateau
 */
public record CohortAccuracy(
        String title,
        CohortOptions options,
        Figures ours,
        Figures best,
        List<Figures> others,
        Map<Trajectory, Double> plateau) {

    private static final long OF_ANOTHER_COHORT = 1_000;

    public static CohortAccuracy of(String title, CohortOptions options, @Nullable Path terms) {
        int minimumWeeks = minimumWeeks(options.measure());
        Cohort cohort = Cohort.of(options);
        Throughline throughline = Throughline.on(cohort, minimumWeeks, terms);
        Figures ours = Figures.of(throughline.alarms(), cohort, minimumWeeks);
        double rate = ours.falseAlarmRate();
        Figures best = Figures.of(new BestPossible(cohort, minimumWeeks).atFalseAlarmRate(rate), cohort, minimumWeeks);
        return new CohortAccuracy(
                title, options, ours, best, others(cohort, rate), plateau(throughline, cohort, minimumWeeks));
    }

    /** Before these the plan of a measure, by default, says that it is too early. */
    public static int minimumWeeks(Measure measure) {
        return (int) measure.stall().minimumWeeks().value();
    }

    private static List<Figures> others(Cohort cohort, double rate) {
        Measure measure = cohort.options().measure();
        int minimumWeeks = minimumWeeks(measure);
        double target = DefaultTerms.target(measure)
                .map(Sourced::value)
                .orElse(cohort.scale().best());
        Cohort another = Cohort.of(cohort.options().seeded(cohort.options().seed() + OF_ANOTHER_COHORT));
        SimpleDetector logistic = LogisticReference.fittedOn(another, minimumWeeks, target)
                .atFalseAlarmRate(rate, cohort, minimumWeeks, target);
        return List.of(SimpleDetector.shortOfResponse(), SimpleDetector.slopeAndLevel(), logistic).stream()
                .map(detector -> Figures.of(detector.on(cohort, minimumWeeks, target), cohort, minimumWeeks))
                .toList();
    }

    private static Map<Trajectory, Double> plateau(Throughline throughline, Cohort cohort, int minimumWeeks) {
        Alarms alarms = throughline.alarms("plateau");
        var parts = new EnumMap<Trajectory, Double>(Trajectory.class);
        for (Trajectory trajectory : Trajectory.values()) {
            var patients = cohort.judged(minimumWeeks).stream()
                    .filter(patient -> patient.trajectory() == trajectory)
                    .toList();
            double found = patients.stream()
                    .filter(patient -> alarms.byPatient().containsKey(patient.id()))
                    .count();
            parts.put(trajectory, patients.isEmpty() ? Double.NaN : found / patients.size());
        }
        return parts;
    }
}
