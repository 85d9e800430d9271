package io.github.throughline.signedplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a plan version says, every default resolved: whoever reads it needs no catalogue and no template.
 *
 * @param format version of this shape, {@link #FORMAT}
 * @param version number of the version within the plan, from 1
 * @param program id of the program that the plan was drafted from
 * @param effectiveFrom first instant at which the version is in force, care time
 * @param measures what is measured, at least one
 * @param steps what is to be done once
 * @param reviewOn day on which the physician looks at the plan again, in the patient's time zone
 * @param nextSteps what the plan foresees for each kind of stall, by rule id
 * @param signedBy reference of the physician: the subject of their access token
 * @param signedAt care time of the signature
 */
public record PlanContent(
        int format,
        UUID planId,
        int version,
        UUID patientId,
        UUID episodeId,
        String program,
        Instant effectiveFrom,
        CheckinTerms checkins,
        int watchWeeks,
        List<PlannedMeasure> measures,
        List<Goal> goals,
        List<Activity> activities,
        List<PlannedStep> steps,
        LocalDate reviewOn,
        Map<String, NextStep> nextSteps,
        String signedBy,
        Instant signedAt) {

    public static final int FORMAT = 1;

    public PlanContent {
        measures = List.copyOf(measures);
        goals = List.copyOf(goals);
        activities = List.copyOf(activities);
        steps = List.copyOf(steps);
        nextSteps = Map.copyOf(nextSteps);
    }

    public Optional<PlannedMeasure> measure(String id) {
        return measures.stream().filter(m -> m.measure().equals(id)).findFirst();
    }

    public Optional<Goal> goal(String measure) {
        return goals.stream().filter(g -> g.measure().equals(measure)).findFirst();
    }
}
