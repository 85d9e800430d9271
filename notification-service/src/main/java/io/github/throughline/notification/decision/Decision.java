package io.github.throughline.notification.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clinician answered to an escalation.
 *
 * @param decidedBy reference of the clinician
 * @param recordedBy reference of the clinician, or of the coordinator who recorded it for them
 * @param note in the clinician's words; it stays in this service; null: none
 * @param decidedAt care time
 */
public record Decision(
        UUID id,
        UUID escalationId,
        UUID episodeId,
        DecisionKind kind,
        String decidedBy,
        String recordedBy,
        @Nullable String note,
        Instant decidedAt) {}
