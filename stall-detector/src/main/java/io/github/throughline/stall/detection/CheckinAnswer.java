package io.github.throughline.stall.detection;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a patient said in a check-in beside the measures.
 *
 * @param version change number of the check-in that it was last corrected with; 0: nothing was said
 */
public record CheckinAnswer(
        int version,
        List<SideEffect> sideEffects,
        List<MedicationChange> medicationChanges,
        List<ActivityDone> activities) {

    /** Nothing. */
    public static final CheckinAnswer NOTHING = new CheckinAnswer(0, List.of(), List.of(), List.of());

    public CheckinAnswer {
        sideEffects = List.copyOf(sideEffects);
        medicationChanges = List.copyOf(medicationChanges);
        activities = List.copyOf(activities);
    }

    /** How severe the patient found a side effect. */
    public enum Grade {
        MILD,
        MODERATE,
        SEVERE
    }

    /**
     * A side effect.
     *
     * @param term coded
     * @param medication coded related medication; null: not said
     */
    public record SideEffect(
            String term, Grade grade, @Nullable String medication) {}

    /** What changed in a medication. */
    public enum Direction {
        /** Started or raised. */
        MORE,
        /** Stopped or lowered. */
        LESS,
        /** A change of a kind that is not known here. */
        OTHER
    }

    /** @param medication coded */
    public record MedicationChange(String medication, Direction direction) {}

    /**
     * How often an activity of the plan was done.
     *
     * @param activity id in the plan
     */
    public record ActivityDone(String activity, int done, int planned) {

        /** Whether it is less than a part of the planned times, in percent. */
        boolean isBelow(int leastPercent) {
            return planned > 0 && 100L * done < (long) leastPercent * planned;
        }
    }

    /** The part that one term's rule looks at. */
    CheckinAnswer aboutSideEffect(String term) {
        return new CheckinAnswer(
                0, only(sideEffects, effect -> effect.term().equals(term)), medicationChanges, List.of());
    }

    /** The part that one activity's rule looks at. */
    CheckinAnswer aboutActivity(String activity) {
        return new CheckinAnswer(
                0,
                List.of(),
                List.of(),
                only(activities, done -> done.activity().equals(activity)));
    }

    private static <T> List<T> only(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).toList();
    }
}
