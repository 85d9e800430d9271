package io.github.throughline.stall.stream;

import io.github.throughline.platform.messaging.CloudEvent;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.verdict.VerdictChanged;
import io.github.throughline.stall.detection.Change;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is published.
 *
 * @param key id of the patient
 * @param id of the event
 * @param subject what it is about
 */
public record AvroEvent(Topic topic, String key, UUID id, UUID subject, SpecificRecord event) {

    public static AvroEvent of(EscalationChanged event) {
        return new AvroEvent(
                Topics.ESCALATION, event.getPatientId().toString(), event.getEventId(), event.getEscalationId(), event);
    }

    public static AvroEvent of(VerdictChanged event) {
        return new AvroEvent(
                Topics.VERDICT, event.getPatientId().toString(), event.getEventId(), event.getEpisodeId(), event);
    }

    /** @param recordedAt machine time */
    public static AvroEvent of(Change change, TrendFold.Taken taken, Instant recordedAt) {
        return switch (change) {
            case Change.EscalationChanged escalation ->
                of(AvroEscalations.event(escalation, taken.patientId(), taken.episodeId(), taken.at(), recordedAt));
            case Change.VerdictChanged verdict ->
                of(AvroVerdicts.event(verdict, taken.patientId(), taken.episodeId(), taken.at(), recordedAt));
        };
    }

    /**
     * @param source the application that found it
     * @param traceparent trace of what caused it; null: none
     */
    public Headers headers(String source, Instant now, @Nullable String traceparent) {
        var headers = new RecordHeaders();
        String type = event.getSchema().getFullName();
        new CloudEvent(id, source, type, subject.toString(), now, traceparent).addTo(headers);
        return headers;
    }
}
