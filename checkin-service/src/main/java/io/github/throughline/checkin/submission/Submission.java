package io.github.throughline.checkin.submission;

import io.github.throughline.checkin.access.Giver;
import io.github.throughline.checkin.checkin.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody submits for a check-in.
 *
 * @param answeredAt when the patient answered, as the client said; null: now
 * @param message to the coordinator, free text; null: none
 * @param notAsked measures that were due and could not be asked there: they need no answer
 */
public record Submission(
        Giver giver,
        @Nullable Instant answeredAt,
        List<Answer> answers,
        List<Report.SideEffect> sideEffects,
        List<Done> adherence,
        List<Report.MedicationChange> medicationChanges,
        @Nullable String message,
        Set<String> notAsked) {

    /**
     * The answer to one measure.
     *
     * @param items answers by item id, null: left out; empty: only a total is given
     */
    public record Answer(
            String measure,
            Map<String, @Nullable Integer> items,
            @Nullable Double total) {}

    /** Without what was answered and written: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "Submission";
    }

    /**
     * How often an activity was done in the week.
     *
     * @param activity id of the activity in the plan
     */
    public record Done(String activity, int times) {}
}
