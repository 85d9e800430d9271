package io.github.throughline.checkin.schedule;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.plan.PlanVersion.State;
import org.junit.jupiter.api.Test;

/** What is due in a plan is told in events about a version that stands as it stood: check-ins go on as if nothing was said. */
class FollowedUpPlansTest {

    private static final String START = "2026-10-13T06:00:00Z";
    private static final String PAUSED = "2026-10-22T08:00:00Z";

    @Test
    void aVersionThatStandsAsItStoodChangesNoCheckin() {
        // Given
        Life alone = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"), every(1, "ODI"));
        Life followedUp = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"), every(1, "ODI"));

        // When
        alone.until("2026-10-13T10:00:00Z").reading("NPRS", "2026-10-13T09:00:00Z");
        followedUp.until("2026-10-13T10:00:00Z").reading("NPRS", "2026-10-13T09:00:00Z");
        standsAsItStood(followedUp, State.IN_FORCE, START);
        alone.until("2026-10-20T10:00:00Z");
        followedUp.until("2026-10-20T10:00:00Z");
        standsAsItStood(followedUp, State.IN_FORCE, START);
        pause(alone).until("2026-10-30T10:00:00Z");
        pause(followedUp).until("2026-10-30T10:00:00Z");
        standsAsItStood(followedUp, State.PAUSED, PAUSED);
        alone.until("2026-11-20T10:00:00Z");
        followedUp.until("2026-11-20T10:00:00Z");

        // Then
        assertThat(alone.told()).contains("MISSED 0 2026-10-16T22:00:00Z");
        assertThat(followedUp.told()).isEqualTo(alone.told());
        assertThat(followedUp.checkin(0).version()).isEqualTo(alone.checkin(0).version());
        assertThat(followedUp.checkin(0).answered()).containsOnlyKeys("NPRS");
    }

    private static Life pause(Life life) {
        return life.told(1, State.PAUSED, PAUSED, START, every(1, "NPRS"), every(1, "ODI"));
    }

    private static void standsAsItStood(Life life, State state, String since) {
        life.told(1, state, since, START, every(1, "NPRS"), every(1, "ODI"));
    }
}
