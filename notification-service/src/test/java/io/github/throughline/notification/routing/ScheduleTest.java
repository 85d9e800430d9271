package io.github.throughline.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Schedule schedule = new Schedule(
            List.of("anna", "ben", "carla"),
            LocalDateTime.parse("2026-03-02T08:00"),
            7,
            List.of(new Schedule.Override(
                    "dora", LocalDateTime.parse("2026-03-04T00:00"), LocalDateTime.parse("2026-03-06T00:00"))));

    @Test
    void turnsGoRound() {
        assertThat(at("2026-03-02T08:00")).contains("anna");
        assertThat(at("2026-03-09T07:59")).contains("anna");
        assertThat(at("2026-03-09T08:00")).contains("ben");
        assertThat(at("2026-03-16T08:00")).contains("carla");
        assertThat(at("2026-03-23T08:00")).contains("anna");
    }

    @Test
    void whoStandsInIsOnCallAsLongAsTheyDo() {
        assertThat(at("2026-03-03T23:59")).contains("anna");
        assertThat(at("2026-03-04T00:00")).contains("dora");
        assertThat(at("2026-03-06T00:00")).contains("anna");
    }

    @Test
    void beforeTheFirstHandoverNobodyIs() {
        assertThat(at("2026-03-02T07:59")).isEmpty();
    }

    /** Clocks go forward on 29 March 2026: at 8 in the morning it is 6 in UTC instead of 7. */
    @Test
    void aTurnBeginsAtTheSameTimeOfDayInSummer() {
        assertThat(inBerlin("2026-03-23T07:00:00Z")).contains("anna");
        assertThat(inBerlin("2026-03-23T06:59:00Z")).contains("carla");
        assertThat(inBerlin("2026-03-30T05:59:00Z")).contains("anna");
        assertThat(inBerlin("2026-03-30T06:00:00Z")).contains("ben");
    }

    private Optional<String> at(String local) {
        return schedule.onCall(LocalDateTime.parse(local));
    }

    private Optional<String> inBerlin(String instant) {
        return schedule.onCall(Instant.parse(instant).atZone(BERLIN).toLocalDateTime());
    }
}
