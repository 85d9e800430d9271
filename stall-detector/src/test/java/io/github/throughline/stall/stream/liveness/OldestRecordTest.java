package io.github.throughline.stall.stream.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OldestRecordTest {

    private static final TopicPartition PARTITION = new TopicPartition("readings", 0);
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final MockConsumer<byte[], byte[]> reader = new MockConsumer<>("earliest");
    private final OldestRecord oldest = new OldestRecord(reader, PARTITION);

    @BeforeEach
    void standAtTheBeginning() {
        reader.assign(List.of(PARTITION));
        reader.seek(PARTITION, 0);
    }

    @Test
    void isTheFirstThatIsRead() throws Exception {
        // Given
        reader.addRecord(new ConsumerRecord<>(
                "readings",
                0,
                0,
                MONDAY.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty()));

        // When // Then
        assertThat(oldest.before(1, PATIENCE)).isEqualTo(MONDAY);
    }

    @Test
    void isNoneAtTheEnd() throws Exception {
        assertThat(oldest.before(0, PATIENCE)).isNull();
    }

    @Test
    void aBrokerThatAnswersNothingIsNotWaitedForForever() {
        assertThatThrownBy(() -> oldest.before(5, PATIENCE))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("readings-0 was not read up to offset 5");
    }
}
