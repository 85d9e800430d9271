package io.github.throughline.plan.progress;

import io.github.throughline.plan.careplan.PlanMovement;
import io.github.throughline.plan.careplan.PlanVersion.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** For how long a plan has been in force. */
final class DaysInPlan {

    private DaysInPlan() {}

    /** Whole days, pauses left out. @param movements of all versions */
    static long count(List<PlanMovement> movements, Instant now) {
        Duration total = Duration.ZERO;
        Instant since = null;
        List<PlanMovement> inOrder = movements.stream()
                .sorted(Comparator.comparing(PlanMovement::since)
                        .thenComparing(PlanMovement::version)
                        .thenComparing(PlanMovement::change))
                .toList();
        for (PlanMovement movement : inOrder) {
            if (since != null && isBefore(movement, now)) {
                total = total.plus(Duration.between(since, movement.since()));
                since = null;
            }
            if (movement.state() == State.IN_FORCE && isBefore(movement, now)) {
                since = movement.since();
            }
        }
        return (since == null ? total : total.plus(Duration.between(since, now))).toDays();
    }

    private static boolean isBefore(PlanMovement movement, Instant now) {
        return !movement.since().isAfter(now);
    }
}
