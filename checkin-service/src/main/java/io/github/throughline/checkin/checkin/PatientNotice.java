package io.github.throughline.checkin.checkin;

import io.github.throughline.checkin.StableIds;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that the patient is to get, and the caregivers who may answer for them.
 *
 * @param dueAt care time at which it fell due
 * @param expiresAt care time from which on it is pointless
 */
public record PatientNotice(Reminder reminder, CheckinId checkin, Instant dueAt, Instant expiresAt) {

    /** The same however often it is told. @param recipient reference of a caregiver; null: the patient */
    UUID id(@Nullable String recipient) {
        String notice = checkin + "/" + reminder;
        return StableIds.of("patient-notice", recipient == null ? notice : notice + "/" + recipient);
    }
}
