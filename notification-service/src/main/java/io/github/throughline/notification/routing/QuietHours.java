package io.github.throughline.notification.routing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When somebody is not told of what can wait.
 *
 * @param timeZone theirs
 */
record QuietHours(Match.Hours hours, ZoneId timeZone) {

    /** The moment from which they are told of something that comes at an instant: at once, or when the hours are over. */
    Instant tellableFrom(Instant at) {
        ZonedDateTime there = at.atZone(timeZone);
        if (!hours.contain(there.toLocalTime())) {
            return at;
        }
        ZonedDateTime end = there.with(hours.until());
        return (end.isAfter(there) ? end : there.plusDays(1).with(hours.until())).toInstant();
    }
}
