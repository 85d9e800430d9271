package io.github.throughline.notification.recipient;

import java.util.Optional;
import java.util.UUID;

/** Whom a message goes to. */
public interface Recipients {

    /** Address and consent of a care team member together, as of now. */
    Permission member(UUID episodeId, String reference);

    /** A coordinator's address: as of now, or the last known one. Empty: never known and no answer. */
    Optional<Recipient> coordinator(String reference);
}
