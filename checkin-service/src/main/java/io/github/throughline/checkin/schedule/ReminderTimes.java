package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.PatientNotice;
import io.github.throughline.checkin.checkin.Reminder;
import io.github.throughline.checkin.checkin.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When patients are reminded, in their time zone. Never at night: what falls into it waits for the morning.
 *
 * @param beforeEnd how long before the end of the window
 * @param from since when in the day
 * @param until until when in the day
 */
record ReminderTimes(Duration beforeEnd, LocalTime from, LocalTime until) {

    ReminderTimes {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("throughline.checkins.remind-from must be before remind-until");
        }
    }

    /**
     * The next reminder of an open check-in; empty: none is left.
     *
     * @param openedAt when its window opened, in fact
     */
    Optional<PatientNotice> next(Checkin checkin, Instant openedAt, ZoneId zone) {
        return checkin.nextReminder().map(reminder -> {
            Window window = checkin.window();
            Instant at = switch (reminder) {
                case OPENED -> openedAt;
                case ENDING -> window.endsAt().minus(beforeEnd);
                case OVERDUE -> window.endsAt();
            };
            Instant expiresAt = reminder == Reminder.OVERDUE ? window.graceEndsAt() : window.endsAt();
            return new PatientNotice(reminder, checkin.id(), byDay(at, zone), expiresAt);
        });
    }

    private Instant byDay(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        if (local.toLocalTime().isBefore(from)) {
            return local.with(from).toInstant();
        }
        return local.toLocalTime().isBefore(until)
                ? at
                : local.toLocalDate().plusDays(1).atTime(from).atZone(zone).toInstant();
    }
}
