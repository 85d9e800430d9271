package io.github.throughline.stall.stream;

import static io.github.throughline.stall.stream.Ward.week;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.throughline.backing.NotReadyException;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.schemas.escalation.Severity;
import io.github.throughline.schemas.verdict.VerdictChanged;
import io.github.throughline.testkit.backing.OwnBroker;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RebuildIT {

    private static final String CHANGELOG = "rebuilt-episode-trends-changelog";

    @SuppressWarnings("NullAway.Init") // set before all
    private static OwnBroker broker;

    @SuppressWarnings("NullAway.Init") // set before all
    private static DetectorProcess detector;

    @SuppressWarnings("NullAway.Init") // set before all
    private static TopicWriter writer;

    @SuppressWarnings("NullAway.Init") // set before all
    private static TopicProbe<EscalationChanged> escalations;

    @SuppressWarnings("NullAway.Init") // set before all
    private static TopicProbe<VerdictChanged> verdicts;

    @BeforeAll
    static void start() {
        Path folder = Path.of("target", "rebuild", UUID.randomUUID().toString());
        broker = OwnBroker.start(folder.resolve("broker"), 2);
        detector = DetectorProcess.start(
                new DetectorProcess.Instance(broker.backing(), "rebuilt", "only", folder.resolve("detector")));
        writer = TopicWriter.open(broker.backing());
        escalations = TopicProbe.of(broker.backing(), Topics.ESCALATION, EscalationChanged.class);
        verdicts = TopicProbe.of(broker.backing(), Topics.VERDICT, VerdictChanged.class);
    }

    @AfterAll
    static void stop() {
        verdicts.close();
        escalations.close();
        writer.close();
        detector.close();
        broker.close();
    }

    @Test
    void underAnOpenEscalationTheNextChangeIsOneUpdate() {
        // Given: a state that this release can not read
        var ward = new Ward();
        var other = new Ward();
        send(ward, ward.stalled(10));
        send(other, List.of(other.answer9(week(1), 2)));
        EscalationChanged raised =
                escalations.awaitFirst(ward.key(), told -> told.getRule().equals("plateau"));
        escalations.awaitCount(other.key(), 1);
        List<VerdictChanged> verdictsBefore = verdicts.awaitCount(ward.key(), 1);
        detector.stop();
        keep(ward, ward.episode.toString(), new byte[] {99, 1, 2, 3});
        keep(ward, UUID.randomUUID() + "/a-plan", new byte[] {1});

        // When
        detector.rebuild();
        detector.startAgain();
        send(ward, List.of(ward.decision(raised.getEscalationId(), week(10))));

        // Then: nothing but the change that came after it
        List<EscalationChanged> told =
                escalations.await(ward.key(), all -> all.getLast().getState() == EscalationState.RESOLVED);
        assertThat(told).extracting(EscalationChanged::getVersion).containsExactly(1, 2);
        assertThat(told).extracting(EscalationChanged::getEscalationId).containsOnly(raised.getEscalationId());
        assertThat(escalations.recordsOf(other.key())).hasSize(1);
        assertThat(verdicts.recordsOf(ward.key())).isEqualTo(verdictsBefore);
    }

    @Test
    void whatIsFoundOtherwiseThanItWasPublishedIsTheNextVersion() {
        // Given: an earlier release held it for urgent, and found something that is not found now
        var ward = new Ward();
        send(ward, ward.stalled(10));
        EscalationChanged raised =
                escalations.awaitFirst(ward.key(), told -> told.getRule().equals("plateau"));
        detector.stop();
        publish(EscalationChanged.newBuilder(raised)
                .setVersion(2)
                .setSeverity(Severity.URGENT)
                .setState(EscalationState.UPDATED)
                .build());
        var disproved = UUID.randomUUID();
        publish(EscalationChanged.newBuilder(raised)
                .setEscalationId(disproved)
                .setVersion(4)
                .build());

        // When
        detector.rebuild();
        detector.rebuild();
        detector.startAgain();
        send(ward, List.of(ward.decision(raised.getEscalationId(), week(10))));

        // Then: each difference once, and the change after it counts on
        List<EscalationChanged> told =
                escalations.await(ward.key(), all -> all.getLast().getState() == EscalationState.RESOLVED);
        assertThat(told)
                .extracting(
                        EscalationChanged::getEscalationId, EscalationChanged::getVersion, EscalationChanged::getState)
                .startsWith(
                        tuple(raised.getEscalationId(), 1, EscalationState.RAISED),
                        tuple(raised.getEscalationId(), 2, EscalationState.UPDATED),
                        tuple(disproved, 4, EscalationState.RAISED))
                .contains(
                        tuple(raised.getEscalationId(), 3, EscalationState.UPDATED),
                        tuple(disproved, 5, EscalationState.WITHDRAWN))
                .endsWith(tuple(raised.getEscalationId(), 4, EscalationState.RESOLVED))
                .hasSize(6);
        assertThat(told.get(3)).extracting(EscalationChanged::getSeverity).isEqualTo(raised.getSeverity());
    }

    @Test
    void aPlanWhoseKeyIsRetiredStaysInForce() throws JOSEException {
        // Given
        var ward = new Ward();
        send(ward, ward.stalled(10));
        EscalationChanged raised =
                escalations.awaitFirst(ward.key(), told -> told.getRule().equals("plateau"));
        detector.stop();
        var another = new ECKeyGenerator(Curve.P_256).keyID("another").generate();

        // When
        detector.rebuild(new JWKSet(another.toPublicJWK()).toString());
        detector.startAgain();
        send(ward, List.of(ward.decision(raised.getEscalationId(), week(10))));

        // Then
        List<EscalationChanged> told =
                escalations.await(ward.key(), all -> all.getLast().getState() == EscalationState.RESOLVED);
        assertThat(told)
                .extracting(EscalationChanged::getState)
                .containsExactly(EscalationState.RAISED, EscalationState.RESOLVED);
    }

    @Test
    void whileADetectorRunsItIsRefused() {
        assertThatThrownBy(detector::rebuild)
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("failed with status 1")
                .hasMessageContaining("End them all, then start the rebuild again.");
    }

    private static void publish(EscalationChanged event) {
        writer.send(Topics.ESCALATION, event.getPatientId().toString(), event);
    }

    private static void keep(Ward ward, String key, byte[] value) {
        int partition = BuiltInPartitioner.partitionForKey(ward.key().getBytes(UTF_8), 2);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.backing().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(CHANGELOG, partition, key, value));
        }
    }

    private static void send(Ward ward, List<? extends SpecificRecord> events) {
        events.forEach(event -> ManyDetectorsIT.send(writer, ward, event));
    }
}
