package io.github.throughline.plan.program;

import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.NextStep;
import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.signedplan.PlannedStep;
import java.util.List;
import java.util.Map;

/**
 * The template that an episode's plan is drafted from.
 *
 * @param watchWeeks how long after a decision a stall is watched before it is told again
 * @param goalWeeks within how many weeks the goals are to be reached
 * @param reviewWeeks after how many weeks the physician looks at the plan again
 * @param steps what is to be done once
 * @param offTrack the course of recovery that is expected, by measure; of those not named none is
 * @param nextSteps what is foreseen for each kind of stall, by rule id
 */
public record Program(
        String id,
        String title,
        CheckinTerms checkins,
        SourcedCount watchWeeks,
        SourcedCount goalWeeks,
        SourcedCount reviewWeeks,
        List<ProgramMeasure> measures,
        List<Activity> activities,
        List<ProgramStep> steps,
        Map<String, OffTrackTerms> offTrack,
        Map<String, NextStep> nextSteps) {

    public Program {
        measures = List.copyOf(measures);
        activities = List.copyOf(activities);
        steps = List.copyOf(steps);
        offTrack = Map.copyOf(offTrack);
        nextSteps = Map.copyOf(nextSteps);
    }

    /** A number with the place it comes from. */
    public record SourcedCount(int value, String source) {}

    /** @param afterDays so many days after the plan takes effect it is due */
    public record ProgramStep(String id, PlannedStep.Kind kind, String title, int afterDays) {}

    /** @param source where the cadence comes from */
    public record ProgramMeasure(String measure, int everyWeeks, String source) {}
}
