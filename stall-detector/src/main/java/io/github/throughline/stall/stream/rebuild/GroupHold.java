package io.github.throughline.stall.stream.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Takes the group for itself until it is closed. A detector that starts meanwhile is turned away by Kafka, since it
 * shares out partitions in another way; whoever has lost the hold commits nothing by its {@link #metadata()}.
 */
final class GroupHold implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<byte[], byte[]> member;

    /**
     * @param client settings with which Kafka is reached
     * @param topics that exist
     */
    GroupHold(Map<String, Object> client, String group, Collection<String> topics, InstantSource machineTime) {
        var settings = new HashMap<>(client);
        settings.put("group.id", group);
        settings.put("enable.auto.commit", false);
        // One that dies is gone before the next is refused for its sake.
        settings.put("session.timeout.ms", (int) SESSION.toMillis());
        // It takes nothing in, so it is never late.
        settings.put("max.poll.interval.ms", Integer.MAX_VALUE);
        this.member = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            member.subscribe(topics);
            join(machineTime);
        } catch (RuntimeException e) {
            member.close();
            throw e;
        }
    }

    private void join(InstantSource machineTime) {
        Instant until = machineTime.instant().plus(PATIENCE);
        while (member.assignment().isEmpty()) {
            if (machineTime.instant().isAfter(until)) {
                throw new TimeoutException("Kafka gives nobody the group");
            }
            member.poll(LOOK);
        }
    }

    /** Of the group as long as it is held. */
    ConsumerGroupMetadata metadata() {
        return member.groupMetadata();
    }

    @Override
    public void close() {
        member.close();
    }
}
