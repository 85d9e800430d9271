package io.github.throughline.schemas;

import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One topic: who writes it, what stands on it and for how long.
 *
 * @param writer name of the one service or partner that may write
 * @param partitions number of partitions, at least 1
 * @param retention how long a record is kept; null: for ever
 * @param record the one Avro record type of the values
 */
public record Topic(
        String name,
        String writer,
        int partitions,
        @Nullable Duration retention,
        Class<? extends SpecificRecord> record) {

    /** Retention in milliseconds as Kafka wants it: -1 is for ever. */
    public long retentionMs() {
        return retention == null ? -1 : retention.toMillis();
    }
}
