package io.github.throughline.plan.careplan;

import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.NextStep;
import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlannedStep;
import io.github.throughline.signedplan.StallTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plan version is to say, before it is signed. What it leaves open, signing resolves.
 *
 * @param goalWeeks within how many weeks goals without a day are to be reached
 * @param reviewWeeks after how many weeks a review without a day is due
 * @param reviewOn day of the next review, in the patient's time zone; null: counted from the day of effect
 * @param steps what is to be done once
 * @param nextSteps what is foreseen for each kind of stall, by rule id
 */
public record PlanDraft(
        String program,
        CheckinTerms checkins,
        int watchWeeks,
        int goalWeeks,
        int reviewWeeks,
        @Nullable LocalDate reviewOn,
        List<DraftMeasure> measures,
        List<DraftGoal> goals,
        List<Activity> activities,
        List<DraftStep> steps,
        Map<String, NextStep> nextSteps) {

    public PlanDraft {
        measures = List.copyOf(measures);
        goals = List.copyOf(goals);
        activities = List.copyOf(activities);
        steps = List.copyOf(steps);
        nextSteps = Map.copyOf(nextSteps);
    }

    /**
     * @param baseline in points of the measure; null: the first reading under the plan
     * @param terms null: the catalogue's
     * @param offTrack the course that is expected; null: none
     * @param patientItems what the items stand for, in their order, where the patient chooses them; else empty
     */
    public record DraftMeasure(
            String measure,
            int everyWeeks,
            @Nullable Double baseline,
            @Nullable StallTerms terms,
            @Nullable OffTrackTerms offTrack,
            List<String> patientItems) {

        public DraftMeasure {
            patientItems = patientItems == null ? List.of() : List.copyOf(patientItems);
        }
    }

    /**
     * @param target in points of the measure
     * @param by last day for it, in the patient's time zone; null: counted from the day of effect
     */
    public record DraftGoal(
            String measure, double target, @Nullable LocalDate by) {}

    /**
     * @param dueOn last day for it, in the patient's time zone; null: counted from the day of effect
     * @param afterDays so many days after it; counts only without a day
     */
    public record DraftStep(
            String id,
            PlannedStep.Kind kind,
            String title,
            @Nullable LocalDate dueOn,
            @Nullable Integer afterDays) {}

    public Optional<DraftMeasure> measure(String id) {
        return measures.stream().filter(m -> m.measure().equals(id)).findFirst();
    }

    public Optional<DraftGoal> goal(String measure) {
        return goals.stream().filter(g -> g.measure().equals(measure)).findFirst();
    }

    /**
     * The same as was signed: what is not changed in the draft stays as it is. A goal whose day is over is given time
     * anew.
     *
     * @param today in the patient's time zone
     */
    static PlanDraft of(PlanContent signed, int goalWeeks, int reviewWeeks, LocalDate today) {
        return new PlanDraft(
                signed.program(),
                signed.checkins(),
                signed.watchWeeks(),
                goalWeeks,
                reviewWeeks,
                null,
                signed.measures().stream()
                        .map(m -> new DraftMeasure(
                                m.measure(), m.everyWeeks(), m.baseline(), m.terms(), m.offTrack(), m.patientItems()))
                        .toList(),
                signed.goals().stream()
                        .map(g -> new DraftGoal(g.measure(), g.target(), g.by().isBefore(today) ? null : g.by()))
                        .toList(),
                signed.activities(),
                signed.steps().stream()
                        .map(s -> new DraftStep(s.id(), s.kind(), s.title(), s.dueOn(), null))
                        .toList(),
                signed.nextSteps());
    }
}
