package io.github.throughline.signedplan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure of the plan, with its cadence and terms.
 *
 * @param measure id in the catalogue
 * @param measureVersion version of the catalogue's entry at signing
 * @param direction which end of the scale is better
 * @param everyWeeks cadence: due in week 0 and every so many weeks, at least 1
 * @param baseline the value that change is counted from, in points; null: the first reading under the plan
 * @param terms when its readings are a stall
 * @param offTrack the course that the program expects of it; null: it expects none
 * @param patientItems what the items stand for, in their order, where the patient chooses them (PSFS); else empty
 */
public record PlannedMeasure(
        String measure,
        String measureVersion,
        Direction direction,
        int everyWeeks,
        @Nullable Double baseline,
        StallTerms terms,
        @Nullable OffTrackTerms offTrack,
        List<String> patientItems) {

    public PlannedMeasure {
        patientItems = List.copyOf(patientItems);
    }

    /** The same measure, watched by other terms. */
    public PlannedMeasure watchedBy(StallTerms other, @Nullable OffTrackTerms course) {
        return new PlannedMeasure(
                measure, measureVersion, direction, everyWeeks, baseline, other, course, patientItems);
    }

    /** Which end of a measure's scale is better. */
    public enum Direction {
        HIGHER_IS_WORSE,
        HIGHER_IS_BETTER
    }
}
