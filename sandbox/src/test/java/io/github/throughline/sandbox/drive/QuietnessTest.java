package io.github.throughline.sandbox.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class QuietnessTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    @Test
    void twoLooksAtWhichNothingWaitsConfirmEachOther() {
        assertThat(quiet(5).confirms(quiet(5))).isTrue();
    }

    @Test
    void whatWasWrittenBetweenTwoLooksBreaksTheQuiet() {
        assertThat(quiet(6).confirms(quiet(5))).isFalse();
    }

    @Test
    void oneServiceThatStillMovesBreaksTheQuietAndIsNamed() {
        // Given
        var moving = new Quietness(
                Map.of("plan-service", new ServiceState(NOW, 2, Map.of("x", 1L, "y", 0L))), Map.of(), lag(5));

        // Then
        assertThat(moving.nothingWaits()).isFalse();
        assertThat(moving.describe()).isEqualTo("plan-service: outbox 2 due {x=1}");
    }

    @Test
    void aServiceThatDoesNotAnswerIsNotQuiet() {
        var silent = new Quietness(Map.of(), Map.of("plan-service", "refused"), lag(5));
        assertThat(silent.nothingWaits()).isFalse();
        assertThat(silent.describe()).contains("plan-service does not answer");
    }

    private static Quietness quiet(long end) {
        return new Quietness(Map.of("plan-service", new ServiceState(NOW, 0, Map.of("x", 0L))), Map.of(), lag(end));
    }

    private static ConsumerLag.Lag lag(long end) {
        return new ConsumerLag.Lag(Map.of(), Map.of(PARTITION, end));
    }
}
