package io.github.throughline.checkin.reading;

import io.github.throughline.checkin.StableIds;
import io.github.throughline.checkin.access.Giver;
import io.github.throughline.checkin.checkin.CheckinId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading came from.
 *
 * @param partner id of the partner system; null unless it came from one
 * @param giver subject of whoever gave it; null: a partner system
 * @param recordId id of the record there
 * @param checkin the check-in it was submitted with; null: unscheduled
 */
public record Origin(
        Source source,
        @Nullable String partner,
        @Nullable String giver,
        String recordId,
        @Nullable CheckinId checkin) {

    /** Who gave it. */
    public enum Source {
        PATIENT,
        CAREGIVER,
        CARE_TEAM,
        PARTNER;

        private static Source of(Giver giver) {
            return switch (giver.relation()) {
                case PATIENT -> PATIENT;
                case CAREGIVER -> CAREGIVER;
                case CARE_TEAM -> CARE_TEAM;
            };
        }
    }

    public static Origin unscheduled(Giver giver, String recordId) {
        return new Origin(Source.of(giver), null, giver.reference(), recordId, null);
    }

    public static Origin partner(String partner, String recordId) {
        return new Origin(Source.PARTNER, partner, null, recordId, null);
    }

    public static Origin submission(Giver giver, CheckinId checkin, String measure) {
        return new Origin(Source.of(giver), null, giver.reference(), checkin + "/" + measure, checkin);
    }

    /** The reading of a measure that was submitted with a check-in, whoever submitted it. */
    static ReadingId submitted(CheckinId checkin, String measure) {
        return readingId("submission", checkin + "/" + measure);
    }

    /** Whether the record id is one that its source chose and may have; that of a submission is made here. */
    boolean hasValidRecordId() {
        return checkin != null || RecordId.isValid(recordId);
    }

    /** A partner numbers its records for all patients, a check-in its answers, everybody else what they give for one episode. */
    ReadingId readingId(UUID episodeId) {
        return readingIdOfPartner()
                .orElseGet(() -> checkin == null
                        // No record id has a space, so that no two givers' names meet.
                        ? readingId("unscheduled", episodeId + "/" + giver + " " + recordId)
                        : readingId("submission", recordId));
    }

    /** Known without the episode; empty: not from a partner. */
    Optional<ReadingId> readingIdOfPartner() {
        return Optional.ofNullable(partner).map(id -> readingId(Source.PARTNER.name(), id + "/" + recordId));
    }

    private static ReadingId readingId(String kind, String name) {
        return new ReadingId(StableIds.of("reading", kind + "/" + name));
    }
}
