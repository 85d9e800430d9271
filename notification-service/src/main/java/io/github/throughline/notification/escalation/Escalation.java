package io.github.throughline.notification.escalation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stall with its evidence, as it stands since its latest change.
 *
 * @param version change number; the highest is the truth
 * @param rule id of the rule, e.g. plateau
 * @param subject what stalls: a measure's id, a side-effect term, checkins, or a reading's id
 * @param resolution why it was resolved; null while it is not
 * @param onsetAt care time at which the stall began
 * @param raisedAt care time of the fact at which the rule first held
 * @param endedAt care time of the fact that resolved it; null while open
 * @param changedAt care time of the latest change
 * @param plan the plan version in force at raisedAt; null: none was
 * @param nextStep code of the plan's own next step; null: the plan names none
 */
public record Escalation(
        UUID id,
        int version,
        UUID patientId,
        UUID episodeId,
        String rule,
        int ruleVersion,
        String subject,
        Severity severity,
        State state,
        @Nullable Resolution resolution,
        Instant onsetAt,
        Instant raisedAt,
        @Nullable Instant endedAt,
        Instant changedAt,
        @Nullable PlanReference plan,
        Evidence evidence,
        @Nullable String nextStep) {

    /** Where an escalation stands. */
    public enum State {
        RAISED,
        UPDATED,
        RESOLVED,
        WITHDRAWN;

        public boolean isOpen() {
            return this == RAISED || this == UPDATED;
        }
    }

    /** Why an escalation was resolved. */
    public enum Resolution {
        RECOVERED,
        DECIDED,
        PLAN_CHANGED,
        ENDED,
        /** For a reason that this version does not know. */
        OTHER
    }

    /**
     * A plan version.
     *
     * @param digest SHA-256 of its signed bytes; null: not told
     */
    public record PlanReference(
            UUID planId, int version, @Nullable String digest) {}

    @JsonIgnore
    public boolean isOpen() {
        return state.isOpen();
    }
}
