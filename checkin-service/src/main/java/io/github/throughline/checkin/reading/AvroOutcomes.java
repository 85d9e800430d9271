package io.github.throughline.checkin.reading;

import io.github.throughline.checkin.StableIds;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.measures.Scorer;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import io.github.throughline.schemas.outcome.SafetyAnswer;
import java.time.Instant;
import java.util.UUID;

/** Readings, as they stand on the topic. */
final class AvroOutcomes {

    private AvroOutcomes() {}

    /** @param recordedAt machine time */
    static OutboxEvent event(Reading reading, UUID patientId, Instant recordedAt) {
        UUID eventId = StableIds.of(
                "reading-event", reading.id().value() + "/" + reading.revision().version());
        return new OutboxEvent(
                Topics.OUTCOME,
                patientId.toString(),
                reading.id().value().toString(),
                eventId,
                reading.observedAt(),
                record(reading, eventId, patientId, recordedAt));
    }

    private static OutcomeRecorded record(Reading reading, UUID eventId, UUID patientId, Instant recordedAt) {
        Origin origin = reading.origin();
        CheckinId checkin = origin.checkin();
        return OutcomeRecorded.newBuilder()
                .setEventId(eventId)
                .setVersion(reading.revision().version())
                .setOccurredAt(reading.observedAt())
                .setRecordedAt(recordedAt)
                .setPatientId(patientId)
                .setEpisodeId(reading.episodeId())
                .setReadingId(reading.id().value())
                .setMeasure(reading.result().measure())
                .setMeasureVersion(reading.result().measureVersion())
                .setValue(reading.result().value())
                .setUnscoredReason(reading.result().unscoredReason())
                .setSafetyAnswers(reading.result().safetyAnswers().stream()
                        .map(answer -> new SafetyAnswer(answer.item(), answer.answer()))
                        .toList())
                .setScorer(Scorer.VERSION)
                .setSource(ReadingSource.valueOf(origin.source().name()))
                .setPartner(origin.partner())
                .setSourceRecordId(origin.recordId())
                .setCheckinId(checkin == null ? null : checkin.value())
                .setCorrected(reading.revision().isCorrected())
                .build();
    }
}
