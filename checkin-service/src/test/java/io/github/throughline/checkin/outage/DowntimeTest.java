package io.github.throughline.checkin.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.checkin.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DowntimeTest {

    /** The window opens at hour -72 and ends at hour 0, its grace at hour 24. */
    private static final Window WINDOW = new Window(hour(-72), hour(0), Duration.ofHours(24));

    @Test
    void anHourCountsOnceHoweverManyOutagesCoverIt() {
        var downtime = Downtime.of(List.of(outage(10, 14), outage(2, 6), outage(4, 8), outage(5, 7)));

        assertThat(downtime.graceEnd(WINDOW)).isEqualTo(hour(24 + 6 + 4));
    }

    @Test
    void anOutageInTheExtensionExtendsItAgain() {
        var downtime = Downtime.of(List.of(outage(20, 30), outage(32, 40)));

        assertThat(downtime.graceEnd(WINDOW)).isEqualTo(hour(24 + 10 + 8));
    }

    @Test
    void anOutageCountsWholeWhereItBeginsBeforeTheEndOfTheGrace() {
        assertThat(Downtime.of(List.of(outage(-5, 1))).graceEnd(WINDOW)).isEqualTo(hour(24 + 6));
        assertThat(Downtime.of(List.of(outage(23, 33))).graceEnd(WINDOW)).isEqualTo(hour(24 + 10));
    }

    @Test
    void anOutageInTheWindowCountsFromItsOpeningOn() {
        assertThat(Downtime.of(List.of(outage(-50, -40))).graceEnd(WINDOW)).isEqualTo(hour(24 + 10));
        assertThat(Downtime.of(List.of(outage(-100, 0))).graceEnd(WINDOW)).isEqualTo(hour(24 + 72));
    }

    @Test
    void anOutageBesideWindowAndGraceCountsNothing() {
        var downtime = Downtime.of(List.of(outage(-90, -72), outage(24, 40)));

        assertThat(downtime.graceEnd(WINDOW)).isEqualTo(hour(24));
    }

    private static Outage outage(int from, int until) {
        return new Outage(UUID.randomUUID(), hour(from), hour(until), Outage.Cause.DECLARED, "operator-1");
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-10-15T22:00:00Z").plus(Duration.ofHours(hour));
    }
}
