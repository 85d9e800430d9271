package io.github.throughline.stall.stream;

import io.github.throughline.schemas.escalation.Direction;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.schemas.escalation.EvidenceReading;
import io.github.throughline.schemas.escalation.EvidenceSafetyAnswer;
import io.github.throughline.schemas.escalation.EvidenceThreshold;
import io.github.throughline.schemas.escalation.Resolution;
import io.github.throughline.schemas.escalation.Severity;
import io.github.throughline.schemas.escalation.ThresholdUnit;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.stall.detection.Change;
import io.github.throughline.stall.detection.Escalation;
import io.github.throughline.stall.detection.Evidence;
import io.github.throughline.stall.detection.Limit;
import io.github.throughline.stall.detection.NameBasedId;
import io.github.throughline.stall.detection.Reading;
import io.github.throughline.stall.detection.SafetyAnswer;
import java.time.Instant;
import java.util.UUID;

/** Escalations to events, and evidence back. */
public final class AvroEscalations {

    private AvroEscalations() {}

    /**
     * @param at event time of the fact that changed the escalation
     * @param recordedAt machine time
     */
    static EscalationChanged event(
            Change.EscalationChanged change, UUID patientId, UUID episodeId, Instant at, Instant recordedAt) {
        Escalation escalation = change.escalation();
        var event = EscalationChanged.newBuilder()
                .setEventId(eventId(escalation.id().value(), change.version()))
                .setVersion(change.version())
                .setOccurredAt(at)
                .setRecordedAt(recordedAt)
                .setPatientId(patientId)
                .setEpisodeId(episodeId)
                .setEscalationId(escalation.id().value())
                .setRule(escalation.rule().id())
                .setRuleVersion(escalation.rule().version())
                .setSubject(escalation.subject())
                .setOrdinal(escalation.ordinal())
                .setSeverity(Severity.valueOf(escalation.severity().name()))
                .setState(EscalationState.valueOf(change.state().name()))
                .setOnsetAt(escalation.onset())
                .setRaisedAt(escalation.raisedAt())
                .setEvidence(evidence(escalation.evidence()))
                .setNextStep(escalation.nextStep());
        setEnd(event, escalation);
        setPlan(event, escalation);
        return event.build();
    }

    /** What an event says, as another change of the same escalation. */
    public static EscalationChanged as(EscalationChanged event, int version, EscalationState state) {
        return EscalationChanged.newBuilder(event)
                .setEventId(eventId(event.getEscalationId(), version))
                .setVersion(version)
                .setState(state)
                .build();
    }

    private static UUID eventId(UUID escalationId, int version) {
        return NameBasedId.of(escalationId, "version/" + version);
    }

    /** The evidence that an event carries: who doubts its verdict computes it from this. */
    static Evidence evidence(EscalationChanged event) {
        var evidence = event.getEvidence();
        var direction = evidence.getDirection();
        return new Evidence(
                evidence.getMeasure(),
                direction == null ? null : PlannedMeasure.Direction.valueOf(direction.name()),
                evidence.getBaseline(),
                evidence.getLevel(),
                evidence.getTarget(),
                evidence.getMargin(),
                evidence.getReadings().stream().map(AvroEscalations::reading).toList(),
                evidence.getThresholds().stream().map(AvroEscalations::limit).toList(),
                evidence.getMissedCheckins(),
                evidence.getSafetyAnswers().stream()
                        .map(answer -> new SafetyAnswer(answer.getItem(), answer.getAnswer()))
                        .toList(),
                AvroAnswers.of(evidence.getAnswers()));
    }

    private static Reading reading(EvidenceReading reading) {
        Double value = reading.getValue();
        return new Reading(
                reading.getReadingId(),
                reading.getEventId(),
                reading.getObservedAt(),
                value == null ? Double.NaN : value);
    }

    private static Limit limit(EvidenceThreshold threshold) {
        return new Limit(
                threshold.getName(),
                threshold.getValue(),
                Limit.Unit.valueOf(threshold.getUnit().name()),
                threshold.getSource());
    }

    private static void setEnd(EscalationChanged.Builder event, Escalation escalation) {
        var end = escalation.end();
        event.setResolution(
                end == null ? null : Resolution.valueOf(end.resolution().name()));
        event.setEndedAt(end == null ? null : end.at());
    }

    private static void setPlan(EscalationChanged.Builder event, Escalation escalation) {
        var plan = escalation.plan();
        event.setPlanId(plan == null ? null : plan.planId());
        event.setPlanVersion(plan == null ? null : (Integer) plan.version());
        event.setPlanDigest(plan == null ? null : plan.digest());
    }

    private static io.github.throughline.schemas.escalation.Evidence evidence(Evidence evidence) {
        var direction = evidence.direction();
        return io.github.throughline.schemas.escalation.Evidence.newBuilder()
                .setMeasure(evidence.measure())
                .setDirection(direction == null ? null : Direction.valueOf(direction.name()))
                .setBaseline(evidence.baseline())
                .setLevel(evidence.level())
                .setTarget(evidence.target())
                .setMargin(evidence.margin())
                .setReadings(evidence.readings().stream()
                        .map(AvroEscalations::reading)
                        .toList())
                .setThresholds(evidence.thresholds().stream()
                        .map(AvroEscalations::threshold)
                        .toList())
                .setMissedCheckins(evidence.missedCheckins())
                .setSafetyAnswers(evidence.safetyAnswers().stream()
                        .map(answer -> new EvidenceSafetyAnswer(answer.item(), answer.answer()))
                        .toList())
                .setAnswers(AvroAnswers.evidence(evidence.answers()))
                .build();
    }

    private static EvidenceReading reading(Reading reading) {
        return new EvidenceReading(
                reading.readingId(),
                reading.eventId(),
                reading.at(),
                Double.isNaN(reading.value()) ? null : (Double) reading.value());
    }

    private static EvidenceThreshold threshold(Limit limit) {
        return new EvidenceThreshold(
                limit.name(), limit.value(), ThresholdUnit.valueOf(limit.unit().name()), limit.source());
    }
}
