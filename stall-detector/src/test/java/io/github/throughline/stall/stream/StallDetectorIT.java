package io.github.throughline.stall.stream;

import static io.github.throughline.stall.stream.Ward.week;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.deadletter.DeadLetter;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One detector for all of them: another one would find the same stalls again. */
class StallDetectorIT {

    private static final int WEEKS = 12;

    @SuppressWarnings("NullAway.Init") // set before all
    private static DetectorProcess detector;

    @SuppressWarnings("NullAway.Init") // set before all
    private static TopicWriter writer;

    @SuppressWarnings("NullAway.Init") // set before all
    private static TopicProbe<EscalationChanged> escalations;

    @BeforeAll
    static void start() {
        detector = DetectorProcess.start(
                Path.of("target", "detector", UUID.randomUUID().toString()));
        writer = TopicWriter.open();
        escalations = TopicProbe.of(Topics.ESCALATION, EscalationChanged.class);
    }

    @AfterAll
    static void stop() {
        escalations.close();
        writer.close();
        detector.close();
    }

    @Test
    void aStallReachesTheTopicThroughRealServers() {
        // Given
        var ward = new Ward();

        // When
        send(ward, ward.stalled(WEEKS));

        // Then
        var raised = escalations.awaitCount(ward.key(), 1).getFirst();
        assertThat(raised.getRule()).isEqualTo("plateau");
        assertThat(raised.getRaisedAt()).isEqualTo(week(9));
    }

    @Test
    void aKillInTheMiddleOfALoadLosesAndDoublesNothing() {
        // Given
        List<Ward> wards = Stream.generate(Ward::new).limit(30).toList();
        wards.forEach(ward -> send(ward, List.of(ward.signed())));

        // When: weeks go on while the detector is killed and comes back, twice
        IntStream.range(0, WEEKS).forEach(week -> {
            wards.forEach(ward -> send(ward, List.of(ward.reading(week, 7.0), ward.answer9(week(week), 1))));
            if (week == 4 || week == 9) {
                detector.killAndStartAgain();
            }
        });

        // Then: what comes twice has come before the answer that is sent last
        for (Ward ward : wards) {
            List<EscalationChanged> told = awaitAllTaken(ward, week(WEEKS));
            assertThat(told).allSatisfy(StreamBench::confirmed);
            assertThat(told).extracting(EscalationChanged::getState).containsOnly(EscalationState.RAISED);
            assertThat(told).extracting(EscalationChanged::getVersion).containsOnly(1);
            assertThat(told)
                    .extracting(EscalationChanged::getEscalationId)
                    .doesNotHaveDuplicates()
                    .hasSize(WEEKS + 2);
        }
    }

    @Test
    void aRestartGoesOnWhereItStood() {
        // Given
        var ward = new Ward();
        List<SpecificRecord> events = ward.stalled(WEEKS);
        send(ward, events.subList(0, 4));
        awaitAllTaken(ward, week(3));
        detector.stopAndStartAgain();
        send(ward, events.subList(4, 8));
        awaitAllTaken(ward, week(7));

        // When: without its folder the state comes from Kafka
        detector.startAgainWithoutItsFolder();
        send(ward, events.subList(8, events.size()));

        // Then
        var plateau = escalations.awaitFirst(ward.key(), e -> e.getRule().equals("plateau"));
        assertThat(plateau.getRaisedAt()).isEqualTo(week(9));
        assertThat(plateau.getEvidence().getReadings().getFirst().getObservedAt())
                .isEqualTo(week(0));
    }

    @Test
    void anotherOrderEndsInTheSameSet() {
        // Given: the weeks of the last month arrive in any order
        var inOrder = new Ward();
        var shuffled = new Ward();
        List<SpecificRecord> late = new ArrayList<>();
        IntStream.range(6, WEEKS).forEach(week -> late.add(shuffled.reading(week, 7.0)));
        Collections.shuffle(late, new Random(4));

        // When
        send(inOrder, inOrder.stalled(WEEKS));
        send(shuffled, shuffled.stalled(6));
        send(shuffled, late);

        // Then
        awaitAllTaken(inOrder, week(WEEKS));
        awaitAllTaken(shuffled, week(WEEKS));
        await().pollInSameThread().untilAsserted(() -> {
            var expected = lastPlateau(inOrder);
            var actual = lastPlateau(shuffled);
            assertThat(actual.getRaisedAt()).isEqualTo(week(9));
            assertThat(actual.getOnsetAt()).isEqualTo(expected.getOnsetAt());
            assertThat(actual.getEvidence().getReadings())
                    .extracting(reading -> reading.getObservedAt())
                    .isEqualTo(expected.getEvidence().getReadings().stream()
                            .map(reading -> reading.getObservedAt())
                            .toList());
        });
    }

    @Test
    void whatIsNoRecordGoesToTheDeadLettersAndTheRestGoesOn() {
        // Given
        var ward = new Ward();
        byte[] bytes = ("no record " + UUID.randomUUID()).getBytes(UTF_8);

        // When
        writer.sendRaw(Topics.OUTCOME, ward.key(), bytes, Map.of());
        send(ward, List.of(ward.answer9(week(1), 1)));

        // Then
        escalations.awaitCount(ward.key(), 1);
        try (var letters = TopicProbe.of(Topics.deadLetters("stall-detector"), DeadLetter.class)) {
            DeadLetter letter = letters.awaitAny(found -> ByteBuffer.wrap(bytes).equals(found.getValue()));
            assertThat(letter.getErrorClass()).doesNotContain(" ");
            String key = "%s-%d-%d".formatted(letter.getTopic(), letter.getPartition(), letter.getOffset());
            assertThat(letters.rawRecordsOf(key).getFirst().headers()).isEmpty();
        }
    }

    @Test
    void metricsSayHowItGoes() {
        // Given
        var ward = new Ward();
        send(ward, List.of(ward.answer9(week(1), 1)));
        escalations.awaitCount(ward.key(), 1);

        // Then: what was taken in waits no more, and it is told at the next look
        await().untilAsserted(() -> assertThat(detector.get("/actuator/prometheus"))
                .contains("throughline_detector_escalations_total", "kafka_stream")
                .doesNotContain(ward.key(), ward.episode.toString())
                .containsPattern("throughline_detector_lag_seconds\\{[^}]*outcome[^}]*} 0\\.0\n")
                .containsPattern("throughline_detector_newest_event_age_seconds\\{[^}]*outcome[^}]*} \\d")
                .containsPattern("throughline_detector_tasks\\{[^}]*active[^}]*} 6\\.0\n")
                .containsPattern("throughline_detector_threads\\{[^}]*} 2\\.0\n")
                .containsPattern("throughline_detector_state_behind\\{[^}]*} \\d"));
    }

    private static EscalationChanged lastPlateau(Ward ward) {
        return escalations.recordsOf(ward.key()).stream()
                .filter(told -> told.getRule().equals("plateau"))
                .reduce((earlier, later) -> later)
                .orElseThrow(AssertionError::new);
    }

    /** What was told of a patient up to an answer that is sent when all else has been. */
    private static List<EscalationChanged> awaitAllTaken(Ward ward, Instant at) {
        var last = ward.answer9(at, 3);
        send(ward, List.of(last));
        String subject = last.getReadingId().toString();
        return escalations.await(
                ward.key(), told -> told.stream().anyMatch(e -> e.getSubject().equals(subject)));
    }

    private static void send(Ward ward, List<? extends SpecificRecord> events) {
        events.forEach(event -> writer.send(topic(event), ward.key(), event));
    }

    private static Topic topic(SpecificRecord event) {
        return Topics.domain().stream()
                .filter(topic -> topic.record().isInstance(event))
                .findFirst()
                .orElseThrow();
    }
}
