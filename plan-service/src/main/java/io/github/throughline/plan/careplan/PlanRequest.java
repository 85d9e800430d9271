package io.github.throughline.plan.careplan;

import io.github.throughline.plan.careplan.PlanDraft.DraftStep;
import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.NextStep;
import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.signedplan.StallTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a draft to say. What is null stays as it is: in a new plan as the program says, in a next version
 * as was signed, in a change as drafted.
 *
 * @param program id; null: the episode's
 * @param measures all that are to be measured
 * @param goals targets other than the catalogue's
 * @param reviewOn day of the next review, in the patient's time zone; null: the program's number of weeks after the
 *     day of effect
 * @param steps all that is to be done once
 * @param nextSteps by rule id; those not named stay
 */
public record PlanRequest(
        @Nullable String program,
        @Nullable @Size(max = MOST) List<@NotNull @Valid AskedMeasure> measures,
        @Nullable @Size(max = MOST) List<@NotNull @Valid AskedGoal> goals,
        @Nullable @Size(max = MOST) List<@NotNull Activity> activities,
        @Nullable CheckinTerms checkins,
        @Nullable Integer watchWeeks,
        @Nullable LocalDate reviewOn,
        @Nullable @Size(max = MOST) List<@NotNull DraftStep> steps,
        @Nullable Map<String, @NotNull NextStep> nextSteps) {

    /** So many measures, goals and activities: more is no plan that a patient can live by, or a topic take. */
    static final int MOST = 50;

    static final PlanRequest NOTHING = new PlanRequest(null, null, null, null, null, null, null, null, null);

    /**
     * @param everyWeeks null: as before, else every week
     * @param baseline in points; null: the first reading under the plan
     * @param terms null: as before, else the catalogue's
     * @param offTrack the course that is expected; null: as before
     * @param patientItems null: as before; another list starts a new series of readings
     */
    public record AskedMeasure(
            @NotNull String measure,
            @Nullable Integer everyWeeks,
            @Nullable Double baseline,
            @Nullable StallTerms terms,
            @Nullable OffTrackTerms offTrack,
            @Nullable List<@NotNull String> patientItems) {}

    /**
     * @param target in points; null: the catalogue's
     * @param by null: the program's number of weeks after the day of effect
     */
    public record AskedGoal(
            String measure,
            @Nullable Double target,
            @Nullable LocalDate by) {}
}
