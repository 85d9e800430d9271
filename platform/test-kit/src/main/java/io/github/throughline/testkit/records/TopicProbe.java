package io.github.throughline.testkit.records;

import io.github.throughline.schemas.Topic;
import io.github.throughline.testkit.backing.TestBacking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * Looks at one topic from its beginning, as a reader of committed records that belongs to no group.
 *
 * @param <T> the record type of the topic
 */
public final class TopicProbe<T extends SpecificRecord> implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final AvroWire wire;
    private final Class<T> type;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    private TopicProbe(AvroWire wire, Class<T> type, KafkaConsumer<String, byte[]> consumer) {
        this.wire = wire;
        this.type = type;
        this.consumer = consumer;
    }

    /** A probe of a topic that exists; the caller closes it. */
    public static <T extends SpecificRecord> TopicProbe<T> of(Topic topic, Class<T> type) {
        return of(TestBacking.shared(), topic, type);
    }

    /** The same on other servers. */
    public static <T extends SpecificRecord> TopicProbe<T> of(TestBacking backing, Topic topic, Class<T> type) {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", backing.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicProbe<>(new AvroWire(backing.registryConfluentUrl()), type, consumer);
    }

    /** The records of the key that are there now, in their order. */
    public List<T> recordsOf(String key) {
        return rawRecordsOf(key).stream()
                .map(record -> wire.decode(record.value(), type))
                .toList();
    }

    /** All records so far, by key, each key's in their order. */
    public Map<String, List<T>> recordsByKey() {
        poll();
        return seen.stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(record -> wire.decode(record.value(), type), Collectors.toList())));
    }

    /** A key's records with their headers and undecoded values. */
    public List<ConsumerRecord<String, byte[]>> rawRecordsOf(String key) {
        poll();
        return seen.stream().filter(record -> key.equals(record.key())).toList();
    }

    /** Waits for the first record of the topic that is as wanted, whatever its key. */
    public T awaitAny(Predicate<T> wanted) {
        return Awaitility.await()
                .alias(type.getSimpleName())
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .pollInSameThread()
                .until(() -> firstOfAll(wanted), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<T> firstOfAll(Predicate<T> wanted) {
        poll();
        return seen.stream()
                .map(record -> wire.decode(record.value(), type))
                .filter(wanted)
                .findFirst();
    }

    private void poll() {
        for (var polled = consumer.poll(LOOK); !polled.isEmpty(); polled = consumer.poll(LOOK)) {
            polled.forEach(seen::add);
        }
    }

    /** Waits until the key's records are as wanted, and returns them. */
    public List<T> await(String key, Predicate<List<T>> wanted) {
        return Awaitility.await()
                .alias("records of " + type.getSimpleName() + " with key " + key)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .pollInSameThread()
                .until(() -> recordsOf(key), wanted);
    }

    /** Waits until the key has at least that many records, and returns them all. */
    public List<T> awaitCount(String key, int count) {
        return await(key, records -> records.size() >= count);
    }

    /** Waits for the key's first record that is as wanted. */
    public T awaitFirst(String key, Predicate<T> wanted) {
        return await(key, records -> records.stream().anyMatch(wanted)).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
