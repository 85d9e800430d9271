package io.github.throughline.notification.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T23:30:00Z");
    private final TimeWords times = new TimeWords(ZoneId.of("Europe/Zurich"), NOW);

    @Test
    void daysAreThoseOfThePatientsTimeZone() {
        assertThat(times.date(NOW)).isEqualTo("21 Nov 2026");
        assertThat(times.ago(NOW.minus(Duration.ofHours(1)))).isEqualTo("yesterday");
        assertThat(times.ago(NOW.minus(Duration.ofMinutes(20)))).isEqualTo("today");
    }

    @Test
    void longSpansAreRounded() {
        assertThat(times.ago(NOW.minus(Duration.ofDays(5)))).isEqualTo("5 days ago");
        assertThat(times.ago(NOW.minus(Duration.ofDays(22)))).isEqualTo("3 weeks ago");
        assertThat(times.ago(NOW.minus(Duration.ofDays(95)))).isEqualTo("3 months ago");
    }

    @Test
    void whatIsToComeIsSaidInHoursFirst() {
        assertThat(times.in(NOW.minus(Duration.ofHours(1)))).isEqualTo("within the hour");
        assertThat(times.in(NOW.plus(Duration.ofMinutes(59)))).isEqualTo("within the hour");
        assertThat(times.in(NOW.plus(Duration.ofMinutes(150)))).isEqualTo("in 3 hours");
        assertThat(times.in(NOW.plus(Duration.ofHours(47)))).isEqualTo("in 47 hours");
        assertThat(times.in(NOW.plus(Duration.ofDays(14)))).isEqualTo("in 14 days");
    }
}
