package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.PatientNotice;
import io.github.throughline.checkin.checkin.Reminder;
import io.github.throughline.checkin.checkin.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When patients are reminded, in their time zone. Never at night: what falls into it waits for the morning, or
 * comes the evening before where that is too late.
 *
 * @param beforeEnd how long before the end of the window
 * @param from since when in the day
 * @param until until when in the day
 */
record ReminderTimes(Duration beforeEnd, LocalTime from, LocalTime until) {

    /**
     * The next reminder of an open check-in; empty: none is left.
     *
     * @param openedAt when its window opened, in fact
     * @param reached care time now: what fell due before, and could not be told, waits for the morning as well
     */
    Optional<PatientNotice> next(Checkin checkin, Instant openedAt, Instant reached, ZoneId zone) {
        return checkin.nextReminder().map(reminder -> {
            Window window = checkin.window();
            Instant due = switch (reminder) {
                case OPENED -> byDay(openedAt, zone);
                case ENDING -> beforeEnd(window, zone);
                case OVERDUE -> byDay(window.endsAt(), zone);
            };
            Instant dueAt = due.isBefore(reached) && !isDay(reached, zone) ? byDay(reached, zone) : due;
            Instant expiresAt = reminder == Reminder.OVERDUE ? window.graceEndsAt() : window.endsAt();
            return new PatientNotice(reminder, checkin.id(), dueAt, expiresAt);
        });
    }

    /** In the morning if that is before the end, else in the evening before. */
    private Instant beforeEnd(Window window, ZoneId zone) {
        Instant at = window.endsAt().minus(beforeEnd);
        Instant byDay = byDay(at, zone);
        return byDay.isBefore(window.endsAt()) ? byDay : eveningBefore(at, zone);
    }

    private boolean isDay(Instant instant, ZoneId zone) {
        LocalTime local = instant.atZone(zone).toLocalTime();
        return !local.isBefore(from) && local.isBefore(until);
    }

    private Instant byDay(Instant at, ZoneId zone) {
        if (isDay(at, zone)) {
            return at;
        }
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalDate().plusDays(local.toLocalTime().isBefore(from) ? 0 : 1);
        return day.atTime(from).atZone(zone).toInstant();
    }

    private Instant eveningBefore(Instant night, ZoneId zone) {
        ZonedDateTime local = night.atZone(zone);
        LocalDate day = local.toLocalDate().minusDays(local.toLocalTime().isBefore(from) ? 1 : 0);
        return day.atTime(until).atZone(zone).toInstant();
    }
}
