package io.github.throughline.ward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.deadletter.DeadLetter;
import io.github.throughline.schemas.workitem.WorkItemChanged;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

@WardTest
class DeadLettersIT {

    @Autowired
    Visits visits;

    @LocalManagementPort
    int managementPort;

    @Test
    void bytesThatAreNoRecordGoToTheDeadLettersWithNothingOfThemInHeaders() {
        // Given
        String key = UUID.randomUUID().toString();
        byte[] bytes = ("not a record, pain 7, " + key).getBytes(UTF_8);

        // When
        try (var writer = TopicWriter.open()) {
            writer.sendRaw(Topics.EPISODE, key, bytes, Map.of());
        }

        // Then
        try (var topic = TopicProbe.of(Topics.deadLetters("intake-service"), DeadLetter.class)) {
            DeadLetter letter = topic.awaitAny(found -> isOf(found, key));
            assertThat(letter.getValue().array()).isEqualTo(bytes);
            assertThat(letter.getTopic()).isEqualTo(Topics.EPISODE.name());
            assertThat(letter.getErrorClass()).doesNotContain(" ").endsWith("Exception");
            String id = "%s-%d-%d".formatted(letter.getTopic(), letter.getPartition(), letter.getOffset());
            topic.rawRecordsOf(id)
                    .forEach(raw -> raw.headers()
                            .forEach(header -> assertThat(new String(header.value(), UTF_8))
                                    .doesNotContain("pain", key)));
        }
    }

    @Test
    void aRecordThatIsRefusedGoesToTheDeadLettersAsItCame() {
        // Given
        UUID patient = UUID.randomUUID();

        // When
        visits.makeFor(patient, WorkItemListener.REFUSED);

        // Then
        try (var letters = TopicProbe.of(Topics.deadLetters("intake-service"), DeadLetter.class);
                var items = TopicProbe.of(Topics.WORK_ITEM, WorkItemChanged.class)) {
            items.awaitCount(patient.toString(), 1);
            DeadLetter letter = letters.awaitAny(found -> isOf(found, patient.toString()));
            assertThat(letter.getValue().array())
                    .isEqualTo(items.rawRecordsOf(patient.toString()).getFirst().value());
            assertThat(letter.getErrorClass()).isEqualTo(IllegalStateException.class.getName());
        }
        // Counted once it is on its topic.
        await().untilAsserted(() -> assertThat(new WardClient(managementPort)
                        .get("/actuator/prometheus", null)
                        .body())
                .contains("throughline_dead_letters_total{", "throughline_records_failed_total{", "kafka_consumer_"));
    }

    private static boolean isOf(DeadLetter letter, String key) {
        return ByteBuffer.wrap(key.getBytes(UTF_8)).equals(letter.getKey());
    }

    @Test
    void aRecordTooLargeForALetterIsStillPutAside() {
        // Given
        String key = UUID.randomUUID().toString();
        byte[] bytes = new byte[1_048_420];

        // When
        try (var writer = TopicWriter.open()) {
            writer.sendRaw(Topics.EPISODE, key, bytes, Map.of());
        }

        // Then
        try (var topic = TopicProbe.of(Topics.deadLetters("intake-service"), DeadLetter.class)) {
            DeadLetter letter = topic.awaitAny(found -> isOf(found, key));
            assertThat(letter.getValue()).isNull();
            assertThat(letter.getTopic()).isEqualTo(Topics.EPISODE.name());
        }
    }
}
