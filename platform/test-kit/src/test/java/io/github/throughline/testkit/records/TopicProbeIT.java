package io.github.throughline.testkit.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.deadletter.DeadLetter;
import io.github.throughline.testkit.backing.TestBacking;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TopicProbeIT {

    @Test
    void findsTheRecordsOfAKeyInTheirOrder() {
        // Given
        var topic = Topics.deadLetters("plan-service");
        var key = UUID.randomUUID().toString();
        var first = deadLetter(1);
        var second = deadLetter(2);

        // When
        try (var writer = TopicWriter.open();
                var probe = TopicProbe.of(topic, DeadLetter.class)) {
            writer.send(topic, key, first, Map.of("ce_id", "1"));
            writer.send(topic, "another key", deadLetter(3));
            writer.send(topic, key, second);

            // Then
            assertThat(probe.awaitCount(key, 2)).containsExactly(first, second);
            assertThat(probe.rawRecordsOf(key).getFirst().headers().lastHeader("ce_id"))
                    .isNotNull();
        }
    }

    @Test
    void partnersTopicsAreMadeWhereATestNeedsThem() {
        // Given
        var topics = Topics.partner("clinic-" + UUID.randomUUID().toString().substring(0, 8));

        // When
        TestBacking.shared().createTopics(topics);

        // Then
        try (var probe = TopicProbe.of(topics.getFirst(), DeadLetter.class)) {
            assertThat(probe.recordsOf("none")).isEmpty();
        }
    }

    private static DeadLetter deadLetter(long offset) {
        return DeadLetter.newBuilder()
                .setEventId(UUID.randomUUID())
                .setService("plan-service")
                .setTopic("throughline.episode.v1")
                .setPartition(0)
                .setOffset(offset)
                .setErrorClass("java.lang.IllegalStateException")
                .setRecordedAt(Instant.parse("2026-11-01T08:00:00Z"))
                .build();
    }
}
