package io.github.throughline.notification.decision;

import io.github.throughline.notification.escalation.Escalation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clinician answered to an escalation.
 *
 * @param decidedBy reference of the clinician
 * @param recordedBy reference of the clinician, or of the coordinator who recorded it for them
 * @param note in the clinician's words; it stays in this service; null: none
 * @param decidedAt care time; never before the escalation was raised
 */
public record Decision(
        UUID id,
        UUID escalationId,
        UUID episodeId,
        DecisionKind kind,
        String decidedBy,
        String recordedBy,
        @Nullable String note,
        Instant decidedAt) {

    /** Longest note, in characters. */
    static final int LONGEST_NOTE = 2000;

    /** Not for what was raised only after it: the same stall withdrawn, and found again by a later fact. */
    boolean standsFor(Escalation escalation) {
        return !decidedAt.isBefore(escalation.raisedAt());
    }
}
