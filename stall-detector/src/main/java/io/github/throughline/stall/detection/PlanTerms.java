package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.Goal;
import io.github.throughline.signedplan.NextStep;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlannedMeasure;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the detector needs of a plan version.
 *
 * @param version number of the version within the plan
 * @param digest of the signed bytes
 * @param watch how long nothing new is raised on a subject after a decision on it
 * @param measures by id
 * @param activities ids
 * @param nextSteps code of the plan's next step, by rule id
 */
public record PlanTerms(
        UUID planId,
        int version,
        String digest,
        Instant effectiveFrom,
        Duration watch,
        CheckinTerms checkins,
        Map<String, MeasureTerms> measures,
        Set<String> activities,
        Map<String, String> nextSteps) {

    public PlanTerms {
        measures = Map.copyOf(measures);
        activities = Set.copyOf(activities);
        nextSteps = Map.copyOf(nextSteps);
    }

    /**
     * The terms of a plan whose signature has been checked.
     *
     * @param digest of the bytes that were signed
     */
    public static PlanTerms of(PlanContent plan, String digest) {
        var measures = new LinkedHashMap<String, MeasureTerms>();
        for (PlannedMeasure measure : plan.measures()) {
            Double target = plan.goal(measure.measure()).map(Goal::target).orElse(null);
            measures.put(measure.measure(), new MeasureTerms(measure, target));
        }
        return new PlanTerms(
                plan.planId(),
                plan.version(),
                digest,
                plan.effectiveFrom(),
                Duration.ofDays(7L * plan.watchWeeks()),
                plan.checkins(),
                measures,
                plan.activities().stream().map(Activity::id).collect(Collectors.toSet()),
                plan.nextSteps().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> code(e.getValue()))));
    }

    /** The same plan, its measures watched by other terms. */
    public PlanTerms withMeasures(Map<String, MeasureTerms> others) {
        return new PlanTerms(planId, version, digest, effectiveFrom, watch, checkins, others, activities, nextSteps);
    }

    Optional<MeasureTerms> measure(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    boolean isSupersededBy(PlanTerms other) {
        return planId.equals(other.planId) && version < other.version;
    }

    private static String code(NextStep step) {
        return step.code();
    }
}
