package io.github.throughline.notification.escalation;

import io.github.throughline.schemas.escalation.Direction;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EvidenceAnswer;
import io.github.throughline.schemas.escalation.SideEffectGrade;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** EscalationChanged to our own words. What this version does not know takes the cautious meaning: open, urgent. */
final class AvroEscalations {

    private AvroEscalations() {}

    static Escalation read(EscalationChanged event) {
        return new Escalation(
                event.getEscalationId(),
                event.getVersion(),
                event.getPatientId(),
                event.getEpisodeId(),
                event.getRule(),
                event.getRuleVersion(),
                event.getSubject(),
                severity(event.getSeverity()),
                state(event.getState()),
                resolution(event.getResolution()),
                event.getOnsetAt(),
                event.getRaisedAt(),
                event.getEndedAt(),
                event.getOccurredAt(),
                plan(event),
                evidence(event.getEvidence()),
                event.getNextStep());
    }

    private static Severity severity(io.github.throughline.schemas.escalation.Severity severity) {
        return switch (severity) {
            case ROUTINE -> Severity.ROUTINE;
            case URGENT, UNKNOWN -> Severity.URGENT;
            case SAFETY -> Severity.SAFETY;
        };
    }

    private static Escalation.State state(io.github.throughline.schemas.escalation.EscalationState state) {
        return switch (state) {
            case RAISED -> Escalation.State.RAISED;
            case UPDATED, UNKNOWN -> Escalation.State.UPDATED;
            case RESOLVED -> Escalation.State.RESOLVED;
            case WITHDRAWN -> Escalation.State.WITHDRAWN;
        };
    }

    private static Escalation.@Nullable Resolution resolution(
            io.github.throughline.schemas.escalation.@Nullable Resolution resolution) {
        return switch (resolution) {
            case null -> null;
            case RECOVERED -> Escalation.Resolution.RECOVERED;
            case DECIDED -> Escalation.Resolution.DECIDED;
            case PLAN_CHANGED -> Escalation.Resolution.PLAN_CHANGED;
            case ENDED -> Escalation.Resolution.ENDED;
            case UNKNOWN -> Escalation.Resolution.OTHER;
        };
    }

    private static Escalation.@Nullable PlanReference plan(EscalationChanged event) {
        return event.getPlanId() == null || event.getPlanVersion() == null
                ? null
                : new Escalation.PlanReference(event.getPlanId(), event.getPlanVersion(), event.getPlanDigest());
    }

    private static Evidence evidence(io.github.throughline.schemas.escalation.Evidence evidence) {
        return new Evidence(
                evidence.getMeasure(),
                higherIsBetter(evidence.getDirection()),
                evidence.getBaseline(),
                evidence.getLevel(),
                evidence.getTarget(),
                evidence.getMargin(),
                evidence.getReadings().stream()
                        .map(r -> new Evidence.Value(r.getReadingId(), r.getObservedAt(), number(r.getValue())))
                        .toList(),
                evidence.getThresholds().stream()
                        .map(t -> new Evidence.Threshold(
                                t.getName(), t.getValue(), t.getUnit().name().toLowerCase(Locale.ROOT), t.getSource()))
                        .toList(),
                evidence.getMissedCheckins(),
                evidence.getSafetyAnswers().stream()
                        .map(a -> new Evidence.SafetyAnswer(a.getItem(), a.getAnswer()))
                        .toList(),
                evidence.getAnswers().stream().map(AvroEscalations::answer).toList());
    }

    private static Evidence.Answer answer(EvidenceAnswer answer) {
        return new Evidence.Answer(
                answer.getCheckinId(),
                answer.getAnsweredAt(),
                answer.getSideEffects().stream()
                        .map(s -> new Evidence.SideEffect(s.getTerm(), grade(s.getGrade()), s.getMedication()))
                        .toList(),
                answer.getMedicationChanges().stream()
                        .map(c -> new Evidence.MedicationChange(
                                c.getMedication(), c.getDirection().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                answer.getActivities().stream()
                        .map(a -> new Evidence.Activity(a.getActivity(), a.getDone(), a.getPlanned()))
                        .toList());
    }

    private static String grade(SideEffectGrade grade) {
        return grade == SideEffectGrade.UNKNOWN ? "severe" : grade.name().toLowerCase(Locale.ROOT);
    }

    /** What can not be scored is no number. */
    private static @Nullable Double number(@Nullable Double value) {
        return value == null || value.isNaN() ? null : value;
    }

    private static @Nullable Boolean higherIsBetter(@Nullable Direction direction) {
        return switch (direction) {
            case null -> null;
            case UNKNOWN -> null;
            case HIGHER_IS_BETTER -> true;
            case HIGHER_IS_WORSE -> false;
        };
    }
}
