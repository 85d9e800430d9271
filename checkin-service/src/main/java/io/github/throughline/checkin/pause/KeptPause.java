package io.github.throughline.checkin.pause;

import io.github.throughline.checkin.schedule.Pause;
import java.util.UUID;

/**
 * A pause that stands.
 *
 * @param setBy subject of whoever set it
 */
record KeptPause(UUID id, UUID episodeId, Pause pause, Reason reason, String setBy) {

    /** Why the patient is not asked. */
    enum Reason {
        HOLIDAY,
        HOSPITAL_STAY,
        OTHER
    }
}
