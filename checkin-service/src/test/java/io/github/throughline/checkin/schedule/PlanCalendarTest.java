package io.github.throughline.checkin.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.checkin.Window;
import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.SideEffectTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCalendarTest {

    @ParameterizedTest
    @CsvSource({
        // The clocks go back in the week, which is an hour longer, or half an hour on Lord Howe Island.
        "Europe/Zurich,       2026-10-20T08:00:00Z, 2026-10-19T22:00:00Z, 2026-10-26T23:00:00Z",
        "America/New_York,    2026-10-28T15:00:00Z, 2026-10-28T04:00:00Z, 2026-11-04T05:00:00Z",
        "Australia/Lord_Howe, 2026-04-01T03:00:00Z, 2026-03-31T13:00:00Z, 2026-04-07T13:30:00Z",
        // The clocks go forward in the week.
        "Europe/Zurich,       2026-03-25T08:00:00Z, 2026-03-24T23:00:00Z, 2026-03-31T22:00:00Z",
        "America/New_York,    2026-03-05T15:00:00Z, 2026-03-05T05:00:00Z, 2026-03-12T04:00:00Z",
        "Australia/Lord_Howe, 2026-10-01T03:00:00Z, 2026-09-30T13:30:00Z, 2026-10-07T13:00:00Z",
        // The local day of the start is not the day in UTC.
        "Pacific/Auckland,    2026-06-01T20:00:00Z, 2026-06-01T12:00:00Z, 2026-06-08T12:00:00Z",
        // Midnight itself is skipped on the second Thursday: the day begins at one.
        "Africa/Cairo,        2026-04-17T08:00:00Z, 2026-04-16T22:00:00Z, 2026-04-23T22:00:00Z",
    })
    void aWeekBeginsAtLocalMidnight(String zone, Instant planStart, Instant week0, Instant week1) {
        var calendar = PlanCalendar.of(planStart, ZoneId.of(zone));

        assertThat(calendar.startOf(0)).isEqualTo(week0);
        assertThat(calendar.startOf(1)).isEqualTo(week1);
    }

    @Test
    void aWindowIsWholeLocalDaysAndGraceIsHours() {
        // Given
        var calendar = PlanCalendar.of(Instant.parse("2026-10-24T08:00:00Z"), ZoneId.of("Europe/Zurich"));

        // When
        Window window = calendar.window(0, open(3));

        // Then
        assertThat(window.opensAt()).isEqualTo("2026-10-23T22:00:00Z");
        assertThat(window.endsAt()).isEqualTo("2026-10-26T23:00:00Z");
        assertThat(window.graceEndsAt()).isEqualTo("2026-10-27T23:00:00Z");
    }

    @Property
    void everyWeekBeginsWhereTheOneBeforeEndsAndNoWindowReachesIntoTheNext(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 1_500_000_000, max = 2_000_000_000) long planStart,
            @ForAll @IntRange(max = 120) int week,
            @ForAll @IntRange(min = 1, max = 7) int days) {
        var calendar = PlanCalendar.of(Instant.ofEpochSecond(planStart), zone);
        Window window = calendar.window(week, open(days));

        assertThat(window.opensAt()).isEqualTo(calendar.startOf(week));
        assertThat(window.endsAt()).isAfter(window.opensAt()).isBeforeOrEqualTo(calendar.startOf(week + 1));
        assertThat(calendar.wholeWeek(week).endsAt()).isEqualTo(calendar.startOf(week + 1));
        assertThat(Duration.between(calendar.startOf(week), calendar.startOf(week + 1)))
                .isBetween(Duration.ofHours(7 * 24 - 2), Duration.ofHours(7 * 24 + 2));
        assertThat(calendar.startOf(week).atZone(zone).toLocalTime()).isBeforeOrEqualTo(LocalTime.of(1, 0));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Zurich",
                        "America/New_York",
                        "America/Santiago",
                        "Australia/Lord_Howe",
                        "Africa/Cairo",
                        "Asia/Kathmandu",
                        "Pacific/Apia",
                        "UTC")
                .map(ZoneId::of);
    }

    private static CheckinTerms open(int days) {
        return new CheckinTerms(
                days,
                24,
                2,
                new SideEffectTerms(2, 8, 4, 2, "a source"),
                new AdherenceTerms(3, 50, "a source"),
                "a source");
    }
}
