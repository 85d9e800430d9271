package io.github.throughline.checkin.checkin;

import io.github.throughline.checkin.StableIds;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a check-in.
 *
 * @param checkin as it stands after it
 * @param occurredAt care time at which it happened, which may be long before it was noticed
 */
public record CheckinFact(Kind kind, Checkin checkin, Instant occurredAt, Report report) {

    /** What happened. */
    public enum Kind {
        OPENED,
        REPORT_DUE,
        SUBMITTED,
        SUBMITTED_LATE,
        MISSED,
        CORRECTED,
        TICK
    }

    public CheckinFact(Kind kind, Checkin checkin, Instant occurredAt) {
        this(kind, checkin, occurredAt, Report.NONE);
    }

    public UUID eventId() {
        return StableIds.of("checkin-event", checkin.id() + "/" + checkin.version());
    }
}
