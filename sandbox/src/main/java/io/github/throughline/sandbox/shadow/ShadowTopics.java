package io.github.throughline.sandbox.shadow;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.config.SerdeConfig;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what stands on the topic of the escalations in force, and on that of the shadow.
 *
 * @param client settings with which Kafka is reached
 * @param registryUrl base of the registry's own API
 */
public record ShadowTopics(Map<String, Object> client, String registryUrl) {

    private static final Duration LOOK = Duration.ofMillis(200);

    /**
     * Compares the two as they stand now.
     *
     * @param shadow the application that tries the rules; others may have tried other rules
     */
    public ShadowDifference difference(String shadow) {
        try (var values = new AvroKafkaDeserializer<EscalationChanged>()) {
            values.configure(
                    Map.of(SerdeConfig.REGISTRY_URL, registryUrl, "apicurio.registry.use-specific-avro-reader", true),
                    false);
            return ShadowDifference.of(
                    standing(Topics.ESCALATION, values, Optional.empty()),
                    standing(Topics.SHADOW_ESCALATION, values, Optional.of("/throughline/" + shadow)));
        }
    }

    private Collection<ShadowEscalation> standing(
            Topic topic, AvroKafkaDeserializer<EscalationChanged> values, Optional<String> source) {
        var newest = new HashMap<UUID, EscalationChanged>();
        records(topic)
                .filter(record -> source.isEmpty() || source.equals(source(record)))
                .map(record -> values.deserialize(topic.name(), record.headers(), record.value()))
                .forEach(event -> newest.merge(
                        event.getEscalationId(),
                        event,
                        (one, other) -> other.getVersion() > one.getVersion() ? other : one));
        return newest.values().stream()
                .filter(event -> event.getState() != EscalationState.WITHDRAWN)
                .map(ShadowTopics::escalation)
                .toList();
    }

    private static Optional<String> source(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader("ce_source"))
                .map(Header::value)
                .map(String::new);
    }

    private static ShadowEscalation escalation(EscalationChanged event) {
        return new ShadowEscalation(
                event.getEscalationId(),
                event.getPatientId(),
                event.getRule(),
                event.getSubject(),
                event.getSeverity().name().toLowerCase(Locale.ROOT),
                event.getState() == EscalationState.RESOLVED ? "resolved" : "open",
                event.getRaisedAt());
    }

    /** All up to the present end. */
    private Stream<ConsumerRecord<String, byte[]>> records(Topic topic) {
        var settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        var records = Stream.<ConsumerRecord<String, byte[]>>builder();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(LOOK).forEach(records::add);
            }
        }
        return records.build();
    }
}
