package io.github.throughline.sandbox.watch;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.config.SerdeConfig;
import io.github.throughline.sandbox.client.Endpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Follows all topics of the system from their beginnings, committed records only, on a thread of its own. */
public final class TopicTail implements AutoCloseable {

    private static final String PREFIX = "throughline.";
    private static final Duration POLL = Duration.ofMillis(15);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<Object> values;
    private final Consumer<Fact> onlooker;
    private final Thread thread;
    private final Map<TopicPartition, Long> dataEnds = new HashMap<>();
    private List<Progress> progress = List.of();
    private @Nullable RuntimeException failure;
    private volatile boolean closed;

    private TopicTail(KafkaConsumer<String, byte[]> consumer, Deserializer<Object> values, Consumer<Fact> onlooker) {
        this.consumer = consumer;
        this.values = values;
        this.onlooker = onlooker;
        this.thread = Thread.ofPlatform().name("topic-tail").daemon().unstarted(this::run);
    }

    /**
     * Begins to follow the topics that there are.
     *
     * @param onlooker gets every fact, in the order of each partition, on the tail's thread
     */
    public static TopicTail follow(Endpoints endpoints, Consumer<Fact> onlooker) {
        var tail = new TopicTail(new KafkaConsumer<>(settings(endpoints)), values(endpoints), onlooker);
        tail.assign();
        tail.thread.start();
        return tail;
    }

    private static Map<String, Object> settings(Endpoints endpoints) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                endpoints.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2000,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }

    private static Deserializer<Object> values(Endpoints endpoints) {
        var values = new AvroKafkaDeserializer<Object>();
        values.configure(
                Map.of(
                        SerdeConfig.REGISTRY_URL,
                        endpoints.registryUrl(),
                        "apicurio.registry.use-specific-avro-reader",
                        true),
                false);
        return values;
    }

    private void assign() {
        var partitions = consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().startsWith(PREFIX))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        progress = partitions.stream()
                .map(partition -> new Progress(partition, 0, 0))
                .toList();
    }

    private void run() {
        try {
            while (!closed) {
                consumer.poll(POLL).forEach(this::see);
                publishProgress();
            }
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            consumer.close();
            values.close();
        }
    }

    private void see(ConsumerRecord<String, byte[]> record) {
        dataEnds.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
        read(record).forEach(onlooker);
    }

    /** One that nobody can read counts for the progress alone: what it should have said will be missed soon enough. */
    private List<Fact> read(ConsumerRecord<String, byte[]> record) {
        Object value;
        try {
            value = values.deserialize(record.topic(), record.headers(), record.value());
        } catch (RuntimeException e) {
            return List.of();
        }
        return AvroFacts.of(record.topic(), Instant.ofEpochMilli(record.timestamp()), value);
    }

    private void publishProgress() {
        var now = new ArrayList<Progress>();
        for (var partition : consumer.assignment()) {
            now.add(new Progress(partition, consumer.position(partition), dataEnds.getOrDefault(partition, 0L)));
        }
        synchronized (this) {
            progress = List.copyOf(now);
        }
    }

    private synchronized void fail(RuntimeException e) {
        failure = e;
    }

    /**
     * How far it has read.
     *
     * @throws IllegalStateException when it could not read on
     */
    public synchronized List<Progress> progress() {
        if (failure != null) {
            throw new IllegalStateException("the topics can not be read on", failure);
        }
        return progress;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
