package io.github.throughline.checkin.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a schedule has got.
 *
 * @param planId the plan in effect; null: none yet
 * @param planVersion its version in effect
 * @param nextWeek the first week that has neither opened nor passed
 * @param runningSince since when check-ins are held without a break; null: none are held
 */
record Position(
        @Nullable UUID planId,
        int planVersion,
        int nextWeek,
        @Nullable Instant runningSince) {

    static final Position NONE = new Position(null, 0, 0, null);

    Position in(UUID plan, int version) {
        return plan.equals(planId)
                ? new Position(planId, version, nextWeek, runningSince)
                : new Position(plan, version, 0, null);
    }

    Position nextWeekPassed() {
        return new Position(planId, planVersion, nextWeek + 1, runningSince);
    }

    Position running(@Nullable Instant since) {
        return new Position(planId, planVersion, nextWeek, since);
    }
}
