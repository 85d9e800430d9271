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

    /** Weeks since an earlier reading. */
    double weeksSince(Reading earlier) {
        return Weeks.between(earlier.at, at);
    }
}
