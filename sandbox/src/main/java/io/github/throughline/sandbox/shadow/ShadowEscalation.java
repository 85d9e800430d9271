package io.github.throughline.sandbox.shadow;

import java.time.Instant;
import java.util.UUID;

/**
 * An escalation that stands, wherever it was found.
 *
 * @param id the same for both, if both found it
 * @param state open or resolved, in lower case
 * @param severity in lower case
 */
record ShadowEscalation(
        UUID id, UUID patientId, String rule, String subject, String severity, String state, Instant raisedAt) {

    boolean isOpen() {
        return state.equals("open");
    }
}
