package io.github.throughline.checkin.checkin;

import io.github.throughline.checkin.StableIds;
import java.time.Instant;
import java.util.UUID;

/**
 * A reminder that the patient is to get.
 *
 * @param dueAt care time at which it fell due
 * @param expiresAt care time from which on it is pointless
 */
public record PatientNotice(Reminder reminder, CheckinId checkin, Instant dueAt, Instant expiresAt) {

    /** The same however often it is told. */
    UUID id() {
        return StableIds.of("patient-notice", checkin + "/" + reminder);
    }
}
