package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import io.github.throughline.signedplan.StallTerms;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A measure as the plan in force has it.
 *
 * @param target what the plan wants to reach, in points of the measure; null: it names none
 */
public record MeasureTerms(PlannedMeasure measure, @Nullable Double target) {

    /** The course that is expected; empty: none is. */
    Optional<OffTrackTerms> offTrack() {
        return Optional.ofNullable(measure.offTrack());
    }

    StallTerms stall() {
        return measure.terms();
    }

    /** A value on a scale on which higher is worse; also the way back. */
    double worse(double value) {
        return measure.direction() == Direction.HIGHER_IS_WORSE ? value : -value;
    }

    /** The value of a reading on that scale. */
    double worse(Reading reading) {
        return worse(reading.value());
    }

    /** Whether a level on that scale has reached the target. */
    boolean isAtTarget(double level) {
        return target != null && level <= worse(target);
    }

    /** The baseline in points: the plan's, else the first reading. */
    double baseline(Reading first) {
        Double planned = measure.baseline();
        return planned == null ? first.value() : planned;
    }

    /** Whether a new version of the plan measures something else by the same name: the readings so far say nothing of it. */
    boolean isReplacedBy(MeasureTerms other) {
        return !measure.patientItems().equals(other.measure.patientItems());
    }

    /** Whether a new version of the plan aims elsewhere, so that what was found under the old one says nothing. */
    boolean isRetargetedBy(MeasureTerms other) {
        return !Objects.equals(target, other.target)
                || measure.direction() != other.measure.direction()
                || !measure.measureVersion().equals(other.measure.measureVersion());
    }
}
