package io.github.throughline.stall.stream.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.testkit.backing.TestBacking;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

class SourceLagIT {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Map<String, Object> KAFKA =
            Map.of("bootstrap.servers", TestBacking.shared().bootstrapServers());

    private final String topic = "lag-" + UUID.randomUUID();
    private final String group = "group-" + UUID.randomUUID();
    private final Admin admin = Admin.create(KAFKA);
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(KAFKA, new ByteArraySerializer(), new ByteArraySerializer());
    private final SourceLag lag = new SourceLag(KAFKA, group, List.of(topic));

    @BeforeEach
    void createTopic() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        // A topic that was made is not known to the broker at once.
        producer.partitionsFor(topic);
    }

    @AfterEach
    void close() {
        lag.close();
        producer.close();
        admin.close();
    }

    @Test
    void nothingWaitsOnAnEmptyTopic() throws Exception {
        assertThat(lag.look()).containsEntry(topic, new SourceLag.Standing(null, null));
    }

    @Test
    void whatNobodyHasTakenInWaitsSinceItsOldestRecord() throws Exception {
        // When
        write(0, MONDAY.plusSeconds(60));
        write(0, MONDAY.plusSeconds(120));
        write(1, MONDAY);

        // Then
        assertThat(lag.look()).containsEntry(topic, new SourceLag.Standing(MONDAY, MONDAY.plusSeconds(120)));
    }

    @Test
    void onlyWhatIsBehindTheCommittedOffsetWaits() throws Exception {
        // Given
        write(0, MONDAY);
        write(0, MONDAY.plusSeconds(60));
        write(1, MONDAY.plusSeconds(30));

        // When
        commit(0, 1);
        commit(1, 1);

        // Then
        assertThat(lag.look())
                .containsEntry(topic, new SourceLag.Standing(MONDAY.plusSeconds(60), MONDAY.plusSeconds(60)));

        // When
        commit(0, 2);

        // Then
        assertThat(lag.look()).containsEntry(topic, new SourceLag.Standing(null, MONDAY.plusSeconds(60)));
    }

    @Test
    void whileKafkaCanNotBeAskedTheLagCountsOn() {
        // Given
        var seconds = new long[] {0};
        InstantSource clock = () -> MONDAY.plusSeconds(seconds[0]);
        var registry = new SimpleMeterRegistry();
        Map<String, Object> nowhere =
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 1_000, "request.timeout.ms", 500);
        try (var metrics =
                new LivenessMetrics(new StreamsBuilderFactoryBean(), nowhere, group, List.of(topic), clock)) {
            metrics.bindTo(registry);

            // When
            metrics.look();
            seconds[0] = 300;

            // Then
            assertThat(registry.get("throughline.detector.lag").timeGauge().value())
                    .isEqualTo(300);
            assertThat(registry.get("throughline.detector.threads").gauge().value())
                    .isZero();
        }
    }

    private void write(int partition, Instant at) throws Exception {
        byte[] value = "an event".getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, partition, at.toEpochMilli(), null, value))
                .get();
    }

    private void commit(int partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        group, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
