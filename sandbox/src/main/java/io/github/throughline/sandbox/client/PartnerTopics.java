package io.github.throughline.sandbox.client;

import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.config.SerdeConfig;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.partner.PartnerOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to partners' topics, as the partners' own systems would. */
public final class PartnerTopics implements AutoCloseable {

    private final KafkaProducer<String, Object> producer;

    public PartnerTopics(Endpoints endpoints) {
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                endpoints.bootstrapServers(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                AvroKafkaSerializer.class,
                SerdeConfig.REGISTRY_URL,
                endpoints.registryUrl(),
                "apicurio.registry.auto-register",
                true));
    }

    /**
     * A reading as a partner has it.
     *
     * @param recordId the partner's own id of the record
     * @param patient what the partner calls the patient
     * @param items answers by item; empty where only the total is known
     * @param total null where the items are given
     */
    public record Reading(
            String recordId,
            String patient,
            String measure,
            Instant observedAt,
            Map<String, Integer> items,
            @Nullable Double total) {}

    /**
     * Writes a reading and waits until the broker has it.
     *
     * @return machine time at which it had it
     */
    public Instant write(String partner, Reading reading) {
        var value = PartnerOutcome.newBuilder()
                .setRecordId(reading.recordId())
                .setPatient(reading.patient())
                .setMeasure(reading.measure())
                .setObservedAt(reading.observedAt())
                .setItems(Map.copyOf(reading.items()))
                .setTotal(reading.total())
                .build();
        var topic = Topics.partnerOutcome(partner).name();
        var acknowledged = producer.send(new ProducerRecord<>(topic, reading.patient(), value));
        try {
            acknowledged.get(60, TimeUnit.SECONDS);
            return Instant.now();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("record was not written to " + topic, e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
