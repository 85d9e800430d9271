package io.github.throughline.plan.careplan;

import io.github.throughline.plan.careplan.PlanVersion.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A signed version came to stand otherwise.
 *
 * @param version number within the plan
 * @param change counts the movements of the version, from 1
 * @param since event time, care time
 * @param recordedAt when it was recorded, machine time
 */
public record PlanMovement(int version, int change, State state, Instant since, Instant recordedAt) {

    /**
     * The movement by which a version was in force or paused at an instant; empty: none was.
     *
     * @param movements all of the plan
     */
    static Optional<PlanMovement> standingAt(Instant at, List<PlanMovement> movements) {
        return movements.stream()
                .filter(movement -> !movement.since().isAfter(at))
                .max(Comparator.comparing(PlanMovement::since)
                        .thenComparing(PlanMovement::version)
                        .thenComparing(PlanMovement::change))
                .filter(latest -> latest.state() == State.IN_FORCE || latest.state() == State.PAUSED);
    }
}
