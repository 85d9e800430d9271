package io.github.throughline.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.workitem.WorkItemChanged;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.ward.Visits;
import io.github.throughline.ward.WardTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay by hand, so that it can die where it hurts. */
@WardTest
@TestPropertySource(properties = "throughline.outbox.max-depth=100")
class OutboxRelayIT {

    @Autowired
    Visits visits;

    @Autowired
    OutboxRelayLoop loop;

    @Autowired
    JdbcOutbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Producer<String, byte[]> producer;

    @Value("${spring.kafka.bootstrap-servers}")
    String servers;

    private final UUID patient = UUID.randomUUID();

    @BeforeEach
    void onlyByHand() {
        loop.stop();
        jdbc.sql("delete from outbox").update();
        outbox.measure();
    }

    @AfterEach
    void byItselfAgain() {
        loop.start();
    }

    @Test
    void deathAfterSendingSendsAgainWithTheSameEventId() {
        // Given
        visits.make(patient, 1, false);
        OutboxRelay dying = relay(diesBeforeCommit(), producer);

        // When
        assertThatThrownBy(dying::relayOnce).hasMessage("killed");
        assertThat(outbox.count()).isEqualTo(1);
        relay(new TransactionTemplate(transactions), producer).relayOnce();

        // Then
        assertThat(outbox.count()).isZero();
        try (var topic = TopicProbe.of(Topics.WORK_ITEM, WorkItemChanged.class)) {
            assertThat(topic.awaitCount(patient.toString(), 2))
                    .extracting(WorkItemChanged::getEventId)
                    .hasSize(2)
                    .containsOnly(topic.recordsOf(patient.toString()).getFirst().getEventId());
        }
    }

    @Test
    void withoutABrokerEverythingWaitsAndNoMoreIsTakenThanTheLimit() {
        // Given
        for (int n = 1; n <= 100; n++) {
            visits.make(patient, n, false);
        }
        var unreachable = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 300);

        // When
        try (var nowhere = new KafkaProducer<>(unreachable, new StringSerializer(), new ByteArraySerializer())) {
            relay(new TransactionTemplate(transactions), nowhere).relayOnce();
        }
        outbox.measure();

        // Then
        assertThat(outbox.count()).isEqualTo(100);
        assertThatThrownBy(() -> visits.make(patient, 101, false))
                .isInstanceOfSatisfying(
                        OutboxFull.class, full -> assertThat(full.status()).isEqualTo(503));
        relay(new TransactionTemplate(transactions), producer).relayOnce();
        outbox.measure();
        visits.make(patient, 101, false);
    }

    @Test
    void aTopicThatIsNotThereHoldsUpNoOther() {
        // Given
        visits.make(patient, 1, false);
        jdbc.sql("update outbox set topic = 'throughline.not-there.v1'").update();
        visits.make(patient, 2, false);

        // When
        try (var impatient = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "max.block.ms", 2000),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var relay = relay(new TransactionTemplate(transactions), impatient);
            await().until(() -> {
                relay.relayOnce();
                return outbox.count() == 1;
            });
        }

        // Then
        try (var topic = TopicProbe.of(Topics.WORK_ITEM, WorkItemChanged.class)) {
            assertThat(topic.awaitCount(patient.toString(), 1))
                    .extracting(WorkItemChanged::getVersion)
                    .containsExactly(2);
        }
    }

    @Test
    void anEventThatTheBrokerRefusesHoldsUpNobodyButItsPatient() {
        // Given
        visits.make(patient, 1, false);
        jdbc.sql("update outbox set payload = :large")
                .param("large", new byte[1 << 20])
                .update();
        List<UUID> others = Stream.generate(UUID::randomUUID).limit(40).toList();
        visits.make(patient, 2, false);
        others.forEach(other -> visits.make(other, 1, false));
        var relay = relay(new TransactionTemplate(transactions), producer);

        // When
        relay.relayOnce();
        relay.relayOnce();

        // Then
        assertThat(jdbc.sql("select message_key from outbox")
                        .query(String.class)
                        .list())
                .containsExactly(patient.toString(), patient.toString());
    }

    @Test
    void anEventThatNoBrokerWouldTakeIsRefusedWithItsChange() {
        assertThatThrownBy(() -> visits.makeFor(patient, "x".repeat(1_000_000)))
                .isInstanceOfSatisfying(
                        EventTooLarge.class,
                        tooLarge -> assertThat(tooLarge.status()).isEqualTo(413));
        assertThat(outbox.count()).isZero();
    }

    private OutboxRelay relay(TransactionTemplate transaction, Producer<String, byte[]> producer) {
        return new OutboxRelay(jdbc, transaction, producer, "intake-service", 100, new SimpleMeterRegistry());
    }

    private TransactionTemplate diesBeforeCommit() {
        return new TransactionTemplate(transactions) {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return super.execute(status -> {
                    action.doInTransaction(status);
                    throw new IllegalStateException("killed");
                });
            }
        };
    }
}
