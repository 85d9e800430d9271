package io.github.throughline.checkin.checkin;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a submission tells beside the measures. */
public record Report(List<SideEffect> sideEffects, List<Adherence> adherence) {

    public static final Report NONE = new Report(List.of(), List.of());

    public Report {
        sideEffects = List.copyOf(sideEffects);
        adherence = List.copyOf(adherence);
    }

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
