package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.EscalationRegister.Stalled;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stall with its evidence.
 *
 * @param subject what stalls: a measure's id, checkins, or a reading's id for a safety answer
 * @param ordinal 1 plus the resolved escalations of this rule and subject earlier in event time
 * @param onset event time at which the stall began
 * @param raisedAt event time of the fact at which the rule first held
 * @param end how it was resolved; null while it is open
 * @param plan the plan version whose terms the evidence applies; null: none
 * @param nextStep code of the plan's next step; null: the plan names none
 */
public record Escalation(
        EscalationId id,
        Rule rule,
        String subject,
        int ordinal,
        Severity severity,
        Instant onset,
        Instant raisedAt,
        @Nullable End end,
        @Nullable PlanRef plan,
        @Nullable String nextStep,
        Evidence evidence) {

    /** How soon somebody should act. */
    public enum Severity {
        ROUTINE,
        URGENT,
        SAFETY
    }

    /** Why an escalation was resolved. */
    public enum Resolution {
        RECOVERED,
        DECIDED,
        PLAN_CHANGED,
        ENDED
    }

    /** @param at event time of the fact that resolved it */
    public record End(Resolution resolution, Instant at) {}

    /** A plan version. @param digest of its signed bytes */
    public record PlanRef(UUID planId, int version, String digest) {

        static PlanRef of(PlanTerms plan) {
            return new PlanRef(plan.planId(), plan.version(), plan.digest());
        }
    }

    /** A new one. @param inForce the plan version; null: none is */
    static Escalation raised(
            UUID episodeId,
            Stalled what,
            int ordinal,
            Severity severity,
            Instant onset,
            Instant at,
            @Nullable PlanTerms inForce,
            Evidence evidence) {
        return new Escalation(
                EscalationId.of(episodeId, what.rule(), what.subject(), ordinal),
                what.rule(),
                what.subject(),
                ordinal,
                severity,
                onset,
                at,
                null,
                inForce == null ? null : PlanRef.of(inForce),
                inForce == null ? null : inForce.nextSteps().get(what.rule().id()),
                evidence);
    }

    public boolean isOpen() {
        return end == null;
    }

    Escalation ended(Resolution resolution, Instant at) {
        return new Escalation(
                id,
                rule,
                subject,
                ordinal,
                severity,
                onset,
                raisedAt,
                new End(resolution, at),
                plan,
                nextStep,
                evidence);
    }

    /** The same stall, worse than when it was raised, as another reading and perhaps another plan version show. */
    Escalation worsened(Severity worse, PlanTerms inForce, Evidence shown) {
        return new Escalation(
                id,
                rule,
                subject,
                ordinal,
                worse,
                onset,
                raisedAt,
                end,
                PlanRef.of(inForce),
                inForce.nextSteps().get(rule.id()),
                shown);
    }

    /** Whether somebody who was told the other must be told this one. A new plan version alone is no reason. */
    boolean saysOtherThan(Escalation other) {
        return !severity.equals(other.severity)
                || !onset.equals(other.onset)
                || !raisedAt.equals(other.raisedAt)
                || !Objects.equals(end, other.end)
                || !evidence.equals(other.evidence);
    }
}
