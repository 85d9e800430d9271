package io.github.throughline.plan.progress;

import io.github.throughline.signedplan.Goal;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a goal is.
 *
 * @param baseline the plan's, else the first reading under it, in points; null: there is none yet
 * @param latest latest value in points; null: none yet
 * @param percent share of the way from baseline to target, 0 to 100; null: it can not be said
 */
record GoalProgress(
        String measure,
        double target,
        LocalDate by,
        State state,
        @Nullable Double baseline,
        @Nullable Double latest,
        @Nullable Instant latestAt,
        @Nullable Integer percent) {

    /** Where a goal stands. */
    enum State {
        NO_READING,
        ON_THE_WAY,
        REACHED,
        /** Its day has passed. */
        NOT_REACHED
    }

    /**
     * @param readings of the measure since the plan began
     * @param today in the patient's time zone
     */
    static GoalProgress of(Goal goal, PlannedMeasure measure, List<Reading> readings, LocalDate today) {
        Optional<Reading> first = readings.stream().min(Comparator.comparing(Reading::observedAt));
        Optional<Reading> last = readings.stream().max(Comparator.comparing(Reading::observedAt));
        Double baseline = measure.baseline() == null ? first.map(Reading::value).orElse(null) : measure.baseline();
        Double latest = last.map(Reading::value).orElse(null);
        return new GoalProgress(
                goal.measure(),
                goal.target(),
                goal.by(),
                state(goal, measure, latest, today),
                baseline,
                latest,
                last.map(Reading::observedAt).orElse(null),
                percent(baseline, latest, goal.target()));
    }

    private static State state(Goal goal, PlannedMeasure measure, @Nullable Double latest, LocalDate today) {
        if (latest != null && isReached(latest, goal.target(), measure.direction())) {
            return State.REACHED;
        }
        if (today.isAfter(goal.by())) {
            return State.NOT_REACHED;
        }
        return latest == null ? State.NO_READING : State.ON_THE_WAY;
    }

    private static boolean isReached(double value, double target, Direction direction) {
        return direction == Direction.HIGHER_IS_WORSE ? value <= target : value >= target;
    }

    private static @Nullable Integer percent(@Nullable Double baseline, @Nullable Double latest, double target) {
        if (baseline == null || latest == null || baseline == target) {
            return null;
        }
        double share = (latest - baseline) / (target - baseline);
        return (int) Math.round(100 * Math.clamp(share, 0, 1));
    }
}
