package io.github.throughline.checkin.schedule;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.checkin.Reminder;
import io.github.throughline.checkin.plan.PlanVersion.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemindersTest {

    /** Signed on a Tuesday at 8 in Zurich; windows of three days, a day of grace. */
    private final Life life = Life.in("Europe/Zurich").signed("2026-10-13T06:00:00Z", every(1, "NPRS"));

    @Test
    void aPatientIsRemindedAtTheOpeningBeforeTheEndAndOnceAfterIt() {
        assertThat(life.livingUntil("2026-10-17T06:00:00Z").reminded())
                .containsExactly(
                        "OPENED 0 2026-10-13T06:00:00Z",
                        "ENDING 0 2026-10-15T16:00:00Z",
                        "OVERDUE 0 2026-10-16T06:00:00Z");
    }

    @Test
    void whoHasAnsweredIsNotReminded() {
        // Given
        life.until("2026-10-14T10:00:00Z").submit(0, "2026-10-14T10:00:00Z", "NPRS");

        // Then
        assertThat(life.livingUntil("2026-10-19T06:00:00Z").reminded())
                .containsExactly("OPENED 0 2026-10-13T06:00:00Z");
    }

    @Test
    void aWindowThatOpensAtNightIsToldInTheMorningWhateverTheClocksDo() {
        // Given: the clocks went back on the Sunday before week 2
        var told = life.livingUntil("2026-10-27T08:00:00Z").reminded();

        // Then
        assertThat(told)
                .contains("OPENED 1 2026-10-20T06:00:00Z", "OPENED 2 2026-10-27T07:00:00Z")
                .doesNotHaveDuplicates();
    }

    @Test
    void afterAnOutageOneReminderIsEnoughAndNoneIsPointless() {
        // Given
        var awakened = Life.in("Europe/Zurich").signed("2026-10-13T06:00:00Z", every(1, "NPRS"));

        // When: nothing was done from the Tuesday of the signing to the Thursday evening of the week after
        awakened.until("2026-10-22T17:00:00Z");

        // Then
        assertThat(awakened.reminded())
                .containsExactly("OPENED 0 2026-10-13T06:00:00Z", "ENDING 1 2026-10-22T16:00:00Z");
    }

    @Test
    void aChangedPlanDoesNotRemindTwice() {
        // Given
        life.until("2026-10-14T10:00:00Z");

        // When
        life.told(1, State.SUPERSEDED, "2026-10-14T11:00:00Z", "2026-10-13T06:00:00Z", every(1, "NPRS"));
        life.told(2, State.IN_FORCE, "2026-10-14T11:00:00Z", "2026-10-14T11:00:00Z", every(1, "PEG"));

        // Then
        assertThat(life.livingUntil("2026-10-14T20:00:00Z").reminded())
                .containsExactly("OPENED 0 2026-10-13T06:00:00Z");
    }

    @Test
    void remindersAreForeseen() {
        assertThat(life.schedule().dueAt()).contains(Instant.parse("2026-10-15T16:00:00Z"));
    }

    @Test
    void whatAnOutageDelayedIntoTheNightIsToldInTheMorning() {
        // Given: it comes back at half past three in the night before the last day
        life.until("2026-10-15T01:30:00Z");
        assertThat(life.reminded()).containsExactly("OPENED 0 2026-10-13T06:00:00Z");
        var asleep = Life.in("Europe/Zurich").signed("2026-10-12T23:00:00Z", every(1, "NPRS"));

        // When
        asleep.until("2026-10-15T01:30:00Z");

        // Then
        assertThat(asleep.reminded()).isEmpty();
        assertThat(asleep.dueNext()).contains(Instant.parse("2026-10-15T06:00:00Z"));
        assertThat(asleep.until("2026-10-15T06:00:00Z").reminded()).containsExactly("OPENED 0 2026-10-13T06:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H, 2026-10-15T06:00:00Z",
        "PT6H, 2026-10-15T16:00:00Z",
        "PT3H, 2026-10-15T18:00:00Z",
        "PT18H, 2026-10-15T06:00:00Z"
    })
    void theReminderBeforeTheEndComesByDayAndBeforeTheEnd(String before, String told) {
        // Given: the window ends at midnight after 15 October
        var checkin = life.checkin(0).reminded(Reminder.OPENED);
        var times = new ReminderTimes(Duration.parse(before), LocalTime.of(8, 0), LocalTime.of(20, 0));

        // When
        var notice = times.next(checkin, checkin.window().opensAt(), Instant.EPOCH, ZoneId.of("Europe/Zurich"));

        // Then
        assertThat(notice.orElseThrow().dueAt()).isEqualTo(told);
    }
}
