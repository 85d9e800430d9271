package io.github.throughline.checkin.reading;

import io.github.throughline.checkin.StableIds;
import io.github.throughline.checkin.checkin.CheckinId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading came from.
 *
 * @param partner id of the partner system; null unless it came from one
 * @param recordId id of the record there
 * @param checkin the check-in it was submitted with; null: unscheduled
 */
public record Origin(
        Source source,
        @Nullable String partner,
        String recordId,
        @Nullable CheckinId checkin) {

    /** Who gave it. */
    public enum Source {
        PATIENT,
        CAREGIVER,
        CARE_TEAM,
        PARTNER
    }

    public static Origin unscheduled(Source source, String recordId) {
        return new Origin(source, null, recordId, null);
    }

    public static Origin partner(String partner, String recordId) {
        return new Origin(Source.PARTNER, partner, recordId, null);
    }

    public static Origin submission(Source source, CheckinId checkin, String measure) {
        return new Origin(source, null, checkin + "/" + measure, checkin);
    }

    /** Whether the record id is one that its source chose and may have; that of a submission is made here. */
    boolean hasValidRecordId() {
        return checkin != null || RecordId.isValid(recordId);
    }

    /** A partner numbers its records for all patients, everybody else for one episode. */
    ReadingId readingId(UUID episodeId) {
        return readingId(partner == null ? episodeId.toString() : partner);
    }

    /** Known without the episode; empty: not from a partner. */
    Optional<ReadingId> readingIdOfPartner() {
        return Optional.ofNullable(partner).map(this::readingId);
    }

    private ReadingId readingId(String scope) {
        return new ReadingId(StableIds.of("reading", source + "/" + scope + "/" + recordId));
    }
}
