package io.github.throughline.checkin.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code throughline.checkins.*}.
 *
 * @param lateWithin so long after the end of its window a missed check-in can still be answered, care time; the detector
 *     refolds events up to 35 days late
 * @param remindBeforeEnd how long before the end of a window its patient is reminded
 * @param remindFrom since when in the patient's day reminders are sent
 * @param remindUntil until when
 */
@ConfigurationProperties("throughline.checkins")
public record ScheduleSettings(
        @DefaultValue("35d") Duration lateWithin,
        @DefaultValue("6h") Duration remindBeforeEnd,
        @DefaultValue("08:00") LocalTime remindFrom,
        @DefaultValue("20:00") LocalTime remindUntil) {

    /** What can not be meant ends the start. */
    public ScheduleSettings {
        if (!remindFrom.isBefore(remindUntil)) {
            throw new IllegalArgumentException(
                    "throughline.checkins.remind-from must be before remind-until, on the same day");
        }
        if (remindBeforeEnd.isNegative() || lateWithin.isNegative()) {
            throw new IllegalArgumentException("throughline.checkins: a time span must not be negative");
        }
    }

    /** Check-ins whose window ended before it stay as they are. */
    public Instant settledBefore(Instant careNow) {
        return careNow.minus(lateWithin);
    }

    ReminderTimes reminders() {
        return new ReminderTimes(remindBeforeEnd, remindFrom, remindUntil);
    }
}
