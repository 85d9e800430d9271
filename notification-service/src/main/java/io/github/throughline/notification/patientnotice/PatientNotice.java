package io.github.throughline.notification.patientnotice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a patient or a caregiver is to be told.
 *
 * @param holder the patient's id, or the caregiver's reference
 * @param challengeId what the code is made from; null unless it is one
 * @param expiresAt when it has become pointless: care time, of a code machine time
 * @param tries so many were begun
 * @param text what is said, the same on every try; null: not written yet
 */
record PatientNotice(
        UUID id,
        UUID episodeId,
        String holder,
        Kind kind,
        @Nullable UUID challengeId,
        Instant expiresAt,
        int tries,
        @Nullable String text) {

    /** What it is about. */
    enum Kind {
        OPENED,
        ENDING,
        OVERDUE,
        CODE
    }

    /** How it ended. */
    enum State {
        PENDING,
        DELIVERED,
        /** It had become pointless. */
        EXPIRED,
        /** The patient does not permit it any more. */
        SUPPRESSED,
        /** There is no address, or none that takes mail. */
        UNDELIVERABLE
    }

    boolean isExpired(Instant careNow, Instant machineNow) {
        return !expiresAt.isAfter(kind == Kind.CODE ? machineNow : careNow);
    }
}
