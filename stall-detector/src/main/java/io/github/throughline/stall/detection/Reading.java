package io.github.throughline.stall.detection;

import java.time.Instant;
import java.util.UUID;

/**
 * A scored reading of one measure.
 *
 * @param eventId the event that brought it
 * @param at event time
 * @param value in points of the measure
 */
public record Reading(UUID readingId, UUID eventId, Instant at, double value) {

    private static final double WEEK_MILLIS = 7 * 24 * 3_600_000.0;

    /** Weeks since an earlier reading. */
    double weeksSince(Reading earlier) {
        return (at.toEpochMilli() - earlier.at.toEpochMilli()) / WEEK_MILLIS;
    }
}
