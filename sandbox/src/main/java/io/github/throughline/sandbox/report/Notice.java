package io.github.throughline.sandbox.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice as notification-service keeps it.
 *
 * @param version version of the escalation that it tells of
 * @param kind in lower case, what it says, e.g. raised
 * @param recipient reference of the member of the care team
 * @param channel in lower case, e.g. email
 * @param state in lower case, e.g. delivered
 * @param toCoordinator whether it is the coordinator's
 * @param endedAt care time of its delivery, suppression or failure; empty: it has not ended
 */
public record Notice(
        UUID noticeId,
        UUID escalationId,
        int version,
        String kind,
        String recipient,
        String channel,
        String state,
        boolean toCoordinator,
        Optional<Instant> endedAt) {

    String escalationAndVersion() {
        return escalationId + " version " + version;
    }
}
