package io.github.throughline.sandbox.report;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> OF_ESCALATIONS = Set.of("raised", "updated", "resolved", "withdrawn");

    /** Whether it tells of a version itself; others tell that nobody answered, or that somebody could not be told. */
    boolean isOfEscalation() {
        return OF_ESCALATIONS.contains(kind);
    }

    String escalationAndVersion() {
        return escalationId + " version " + version;
    }
}
