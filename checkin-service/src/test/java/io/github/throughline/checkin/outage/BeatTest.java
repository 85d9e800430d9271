package io.github.throughline.checkin.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeatTest {

    private static final Duration THRESHOLD = Duration.ofMinutes(2);
    private static final Instant MACHINE = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant CARE = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void aSilenceInMachineTimeIsAnOutageAsLongAsCareTimeMoved() {
        var outage = after(Duration.ofMinutes(10), Duration.ofHours(9)).outageSince(new Beat(MACHINE, CARE), THRESHOLD);

        assertThat(outage).hasValueSatisfying(found -> {
            assertThat(found.startsAt()).isEqualTo(CARE);
            assertThat(found.endsAt()).isEqualTo(CARE.plus(Duration.ofHours(9)));
        });
    }

    @Test
    void whereCareTimeStoodStillNothingWasLost() {
        assertThat(after(Duration.ofMinutes(10), Duration.ZERO).outageSince(new Beat(MACHINE, CARE), THRESHOLD))
                .isEmpty();
    }

    @Test
    void aJumpOfCareTimeIsNoOutageWhileTheServiceLives() {
        assertThat(after(Duration.ofSeconds(5), Duration.ofDays(7)).outageSince(new Beat(MACHINE, CARE), THRESHOLD))
                .isEmpty();
    }

    @Test
    void aShortRestartIsNoOutage() {
        assertThat(after(THRESHOLD, THRESHOLD).outageSince(new Beat(MACHINE, CARE), THRESHOLD))
                .isEmpty();
    }

    @Test
    void aDrivenClockThatNobodyHasSetYetSaysNothing() {
        var unset = after(Duration.ofMinutes(10), Duration.ofDays(-3));

        assertThat(unset.isBefore(new Beat(MACHINE, CARE))).isTrue();
        assertThat(unset.outageSince(new Beat(MACHINE, CARE), THRESHOLD)).isEmpty();
    }

    private static Beat after(Duration machine, Duration care) {
        return new Beat(MACHINE.plus(machine), CARE.plus(care));
    }
}
