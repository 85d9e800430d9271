package io.github.throughline.notification.decision;

import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.decision.DecisionRecorded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A decision as the event that the other services read; the note stays here. */
final class AvroDecisions {

    private AvroDecisions() {}

    static OutboxEvent write(Decision decision, UUID patientId, Instant recordedAt) {
        UUID eventId = UUID.randomUUID();
        var record = DecisionRecorded.newBuilder()
                .setEventId(eventId)
                .setVersion(1)
                .setOccurredAt(decision.decidedAt())
                .setRecordedAt(recordedAt.truncatedTo(ChronoUnit.MILLIS))
                .setPatientId(patientId)
                .setEpisodeId(decision.episodeId())
                .setDecisionId(decision.id())
                .setEscalationId(decision.escalationId())
                .setKind(kind(decision.kind()))
                .setDecidedBy(decision.decidedBy())
                .setRecordedBy(decision.recordedBy())
                .build();
        return new OutboxEvent(
                Topics.DECISION, patientId.toString(), decision.id().toString(), eventId, decision.decidedAt(), record);
    }

    private static io.github.throughline.schemas.decision.DecisionKind kind(DecisionKind kind) {
        return switch (kind) {
            case CONTINUE_AND_WATCH -> io.github.throughline.schemas.decision.DecisionKind.CONTINUE_AND_WATCH;
            case ADJUST_PLAN -> io.github.throughline.schemas.decision.DecisionKind.ADJUST_PLAN;
            case BRING_PHYSICIAN_BACK -> io.github.throughline.schemas.decision.DecisionKind.BRING_PHYSICIAN_BACK;
            case ORDER_IMAGING -> io.github.throughline.schemas.decision.DecisionKind.ORDER_IMAGING;
            case REFER -> io.github.throughline.schemas.decision.DecisionKind.REFER;
            case CONTACT_PATIENT -> io.github.throughline.schemas.decision.DecisionKind.CONTACT_PATIENT;
        };
    }
}
