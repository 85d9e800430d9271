package io.github.throughline.checkin.checkin;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a submission tells beside the measures.
 *
 * @param messageId the message to the coordinator, whose text stands elsewhere; null: none
 */
public record Report(
        List<SideEffect> sideEffects,
        List<Adherence> adherence,
        List<MedicationChange> medicationChanges,
        @Nullable UUID messageId) {

    public static final Report NONE = new Report(List.of(), List.of(), List.of(), null);

    public Report {
        sideEffects = List.copyOf(sideEffects);
        adherence = List.copyOf(adherence);
        medicationChanges = List.copyOf(medicationChanges);
    }

    /** What became of a medication. */
    public enum Change {
        STARTED,
        STOPPED,
        INCREASED,
        DECREASED
    }

    /**
     * A change of medication.
     *
     * @param medication coded, never free text
     * @param since first day of it, in the patient's time zone; null: not said
     */
    public record MedicationChange(
            String medication, Change change, @Nullable LocalDate since) {}

    /** How severe the patient found it. */
    public enum Severity {
        MILD,
        MODERATE,
        SEVERE
    }

    /**
     * A side effect.
     *
     * @param term coded, never free text
     * @param since first day of it, in the patient's time zone; null: not said
     * @param medication coded; null: not said
     */
    public record SideEffect(
            String term,
            Severity severity,
            @Nullable LocalDate since,
            @Nullable String medication) {}

    /**
     * How often an activity of the plan was done in the week.
     *
     * @param activity id of the activity in the plan
     */
    public record Adherence(String activity, int done, int planned) {}
}
