package io.github.throughline.notification.recipient;

import java.util.Optional;
import java.util.UUID;

/** Whom a message goes to. */
public interface Recipients {

    /** Address and consent of a care team member together, as of now. */
    Permission member(UUID episodeId, String reference);

    /**
     * Address and consent of the patient, or of a caregiver whom the patient lets answer, together as of now.
     *
     * @param reference the patient's id, or the caregiver's reference
     */
    Permission ofPatientNotice(UUID episodeId, String reference);

    /** A coordinator's address: as of now, or the last known one. Empty: never known and no answer. */
    Optional<Recipient> coordinator(String reference);
}
