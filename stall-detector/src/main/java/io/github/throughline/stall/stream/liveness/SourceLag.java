package io.github.throughline.stall.stream.liveness;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * How long what stands on the topics has waited for any detector. It is asked of Kafka, since what a detector that hangs
 * says of itself can not be relied on.
 */
public final class SourceLag implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 10;

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> reader;
    private final String group;
    private final List<String> topics;

    /**
     * @param client settings with which Kafka is reached
     * @param group of all instances
     */
    public SourceLag(Map<String, Object> client, String group, Collection<String> topics) {
        this.group = group;
        this.topics = List.copyOf(topics);
        this.admin = Admin.create(client);
        var settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        settings.put("max.partition.fetch.bytes", 65_536);
        this.reader = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * A topic, by the machine time of its records.
     *
     * @param waitsSince of the oldest record that no instance has taken in; null: there is none
     * @param newest of all its records; null: nothing was ever written
     */
    public record Standing(
            @Nullable Instant waitsSince, @Nullable Instant newest) {}

    /** The topics by name. */
    public Map<String, Standing> look() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(partitions(), OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> newest = offsets(ends.keySet(), OffsetSpec.maxTimestamp());
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        var standings = new HashMap<String, Standing>();
        for (var end : ends.entrySet()) {
            TopicPartition partition = end.getKey();
            Instant waitsSince = waitsSince(
                    partition, committed.get(partition), end.getValue().offset());
            Instant last = time(Objects.requireNonNull(newest.get(partition)).timestamp());
            standings.merge(partition.topic(), new Standing(waitsSince, last), SourceLag::worse);
        }
        return standings;
    }

    private static Standing worse(Standing one, Standing other) {
        return new Standing(
                earlier(one.waitsSince(), other.waitsSince(), -1), earlier(one.newest(), other.newest(), 1));
    }

    /** @param sign -1: the earlier of the two, 1: the later */
    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other, int sign) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) * sign > 0 ? one : other;
    }

    private @Nullable Instant waitsSince(TopicPartition partition, @Nullable OffsetAndMetadata committed, long end)
            throws TimeoutException {
        if (committed != null && committed.offset() >= end) {
            return null;
        }
        reader.assign(List.of(partition));
        if (committed == null) {
            reader.seekToBeginning(List.of(partition));
        } else {
            reader.seek(partition, committed.offset());
        }
        return new OldestRecord(reader, partition).before(end, Duration.ofSeconds(TIMEOUT_SECONDS));
    }

    private static @Nullable Instant time(long timestamp) {
        return timestamp < 0 ? null : Instant.ofEpochMilli(timestamp);
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException, TimeoutException {
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** Null for partitions of which nothing was taken in yet. */
    private Map<TopicPartition, OffsetAndMetadata> committed()
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        return get(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
    }

    private static <T> T get(KafkaFuture<T> answer) throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close();
        reader.close();
    }
}
