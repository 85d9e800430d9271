package io.github.throughline.plan.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.plan.careplan.PlanVersion.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanMovementTest {

    /** Version 1 signed on the 2nd, paused on the 4th, resumed on the 6th; version 2 takes over on the 8th, stopped on the 10th. */
    private static final List<PlanMovement> COURSE = List.of(
            movement(1, 1, State.IN_FORCE, 2),
            movement(1, 2, State.PAUSED, 4),
            movement(1, 3, State.IN_FORCE, 6),
            movement(1, 4, State.SUPERSEDED, 8),
            movement(2, 1, State.IN_FORCE, 8),
            movement(2, 2, State.STOPPED, 10));

    @Test
    void beforeTheFirstSignatureNothingStood() {
        assertThat(PlanMovement.standingAt(day(1), COURSE)).isEmpty();
    }

    @Test
    void aVersionStandsFromTheInstantOfItsMovement() {
        assertThat(PlanMovement.standingAt(day(2), COURSE)).contains(COURSE.get(0));
        assertThat(PlanMovement.standingAt(day(5), COURSE)).contains(COURSE.get(1));
        assertThat(PlanMovement.standingAt(day(7), COURSE)).contains(COURSE.get(2));
    }

    @Test
    void theNewerVersionStandsWhereTheOlderOneEnds() {
        assertThat(PlanMovement.standingAt(day(8), COURSE)).contains(COURSE.get(4));
    }

    @Test
    void afterItsEndNothingStands() {
        assertThat(PlanMovement.standingAt(day(10), COURSE)).isEmpty();
    }

    private static PlanMovement movement(int version, int change, State state, int day) {
        return new PlanMovement(version, change, state, day(day), day(day));
    }

    private static Instant day(int day) {
        return Instant.parse("2026-03-%02dT00:00:00Z".formatted(day));
    }
}
