package io.github.throughline.stall.stream.liveness;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The first record of a partition from where the reader stands. */
record OldestRecord(Consumer<byte[], byte[]> reader, TopicPartition partition) {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /**
     * When it was written; null: before the end is none.
     *
     * @throws TimeoutException when Kafka does not tell in time
     */
    @Nullable
    Instant before(long end, Duration patience) throws TimeoutException {
        long began = System.nanoTime();
        // What stands between may be no record at all, but the mark of a transaction.
        while (reader.position(partition, patience) < end) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(LOOK)) {
                return Instant.ofEpochMilli(record.timestamp());
            }
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new TimeoutException(
                        "%s was not read up to offset %d within %d s".formatted(partition, end, patience.toSeconds()));
            }
        }
        return null;
    }
}
