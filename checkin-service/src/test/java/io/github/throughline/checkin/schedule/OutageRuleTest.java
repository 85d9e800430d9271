package io.github.throughline.checkin.schedule;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.outage.Downtime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The window of week 0 ends on 15 October, 22:00 UTC, its grace a day later. */
class OutageRuleTest {

    private static final String START = "2026-10-13T06:00:00Z";

    @Test
    void anOutageInGraceExtendsItByItsLength() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));

        life.down(outage("2026-10-16T08:00:00Z", "2026-10-16T20:00:00Z")).until("2026-10-18T00:00:00Z");

        assertThat(life.told()).last().isEqualTo("MISSED 0 2026-10-17T10:00:00Z");
        assertThat(life.checkin(0).window().graceEndsAt()).isEqualTo("2026-10-17T10:00:00Z");
    }

    @Test
    void anOutageThatLastsBeyondTheGraceLeavesTimeToAnswerAfterIt() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));

        life.down(outage("2026-10-16T08:00:00Z", "2026-10-20T08:00:00Z")).until("2026-10-20T08:00:00Z");

        assertThat(life.told()).noneMatch(fact -> fact.startsWith("MISSED"));
        assertThat(life.schedule().missedAt()).contains(Instant.parse("2026-10-20T22:00:00Z"));
    }

    @Test
    void anOutageInTheWindowExtendsItsGraceByItsLength() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));

        life.down(outage("2026-10-14T08:00:00Z", "2026-10-14T20:00:00Z")).until("2026-10-18T00:00:00Z");

        assertThat(life.told()).last().isEqualTo("MISSED 0 2026-10-17T10:00:00Z");
    }

    @Test
    void anOutageThatTakesUpTheWindowLeavesAsLongAGrace() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));

        life.down(outage("2026-10-12T10:00:00Z", "2026-10-15T20:00:00Z")).until("2026-10-19T21:00:00Z");

        assertThat(life.told()).last().isEqualTo("MISSED 0 2026-10-19T20:00:00Z");
    }

    @Test
    void anOutageThatBecomesKnownAfterTheMissTakesItBackWhileGraceStillRuns() {
        // Given
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS")).until("2026-10-17T00:00:00Z");

        // When
        life.down(outage("2026-10-16T08:00:00Z", "2026-10-16T20:00:00Z"))
                .until("2026-10-17T01:00:00Z")
                .until("2026-10-18T00:00:00Z");

        // Then
        assertThat(life.told())
                .endsWith(
                        "MISSED 0 2026-10-16T22:00:00Z",
                        "REPORT_DUE 0 2026-10-17T01:00:00Z",
                        "MISSED 0 2026-10-17T10:00:00Z");
    }

    @Test
    void anOutageThatBecomesKnownTooLateChangesNothing() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS")).until("2026-10-17T11:00:00Z");

        life.down(outage("2026-10-16T08:00:00Z", "2026-10-16T20:00:00Z")).until("2026-10-17T12:00:00Z");

        assertThat(life.told()).last().isEqualTo("MISSED 0 2026-10-16T22:00:00Z");
    }

    private static Downtime outage(String from, String until) {
        return new Downtime(List.of(new Downtime.Span(Instant.parse(from), Instant.parse(until))));
    }
}
