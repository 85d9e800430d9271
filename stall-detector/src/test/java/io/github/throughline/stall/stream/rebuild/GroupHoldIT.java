package io.github.throughline.stall.stream.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.github.throughline.testkit.backing.TestBacking;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupHoldIT {

    private static final String BROKERS = TestBacking.shared().bootstrapServers();
    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", BROKERS);

    private final String group = "held-" + UUID.randomUUID();
    private final String topic = "topic-" + UUID.randomUUID();

    @TempDir
    private Path state;

    @BeforeEach
    void createTopic() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(KAFKA)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    @Test
    void aDetectorThatStartsMeanwhileIsTurnedAway() throws Exception {
        // Given
        var builder = new StreamsBuilder();
        builder.stream(topic).foreach((key, value) -> {});
        var settings = new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                group,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                BROKERS,
                StreamsConfig.STATE_DIR_CONFIG,
                state.toString(),
                StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG,
                Serdes.ByteArraySerde.class,
                StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG,
                Serdes.ByteArraySerde.class));
        var failure = new CompletableFuture<Throwable>();

        // When
        try (var hold = hold();
                var streams = new KafkaStreams(builder.build(), settings)) {
            streams.setUncaughtExceptionHandler(e -> {
                failure.complete(e);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.start();

            // Then
            assertThat(failure.get(30, TimeUnit.SECONDS))
                    .extracting(Throwable::getCause, throwable(Throwable.class))
                    .isInstanceOf(InconsistentGroupProtocolException.class);
            commit(hold.metadata());
        }
    }

    @Test
    void whoHasLostTheHoldCommitsNothing() {
        // Given
        ConsumerGroupMetadata lost;
        try (var hold = hold()) {
            lost = hold.metadata();
        }

        // When // Then
        try (var next = hold()) {
            assertThatThrownBy(() -> commit(lost)).hasStackTraceContaining("CommitFailedException");
            commit(next.metadata());
        }
    }

    private GroupHold hold() {
        return new GroupHold(KAFKA, group, List.of(topic), InstantSource.system());
    }

    private void commit(ConsumerGroupMetadata metadata) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKERS, "transactional.id", group),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.sendOffsetsToTransaction(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)), metadata);
            producer.commitTransaction();
        }
    }
}
