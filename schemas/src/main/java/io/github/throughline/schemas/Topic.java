package io.github.throughline.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One topic: who writes it, what stands on it and for how long.
 *
 * @param writers names of the services, or of the partner, that may write; one, but for partners' refusals
 * @param partitions number of partitions, at least 1
 * @param retention how long a record is kept; null: for ever
 * @param record the one Avro record type of the values
 */
public record Topic(
        String name,
        Set<String> writers,
        int partitions,
        @Nullable Duration retention,
        Class<? extends SpecificRecord> record) {

    public Topic {
        writers = Set.copyOf(writers);
    }

    /** What Kafka is told when the topic is made. No topic is compacted: every event is kept, not the last of a key. */
    public Map<String, String> settings() {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                retention == null ? "-1" : Long.toString(retention.toMillis()));
    }
}
