package io.github.throughline.stall.stream.rebuild;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads partitions from their beginning to where they end now, side by side in the order of their records' times, as
 * Kafka Streams does.
 */
final class PartitionReader implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);

    /** Of a partition that is ahead of the others no more is held than this and what comes at once. */
    private static final int MOST_HELD = 2_000;

    private final KafkaConsumer<String, byte[]> consumer;

    /** @param client settings with which Kafka is reached */
    PartitionReader(Map<String, Object> client) {
        var settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Answers where the partitions end, which is where it stopped. */
    Map<TopicPartition, Long> read(
            Collection<TopicPartition> partitions, Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        var held = new HashMap<TopicPartition, Queue<ConsumerRecord<String, byte[]>>>();
        partitions.forEach(partition -> held.put(partition, new ArrayDeque<>()));
        while (fill(held, ends)) {
            earliest(held).ifPresent(queue -> reader.accept(queue.remove()));
        }
        return ends;
    }

    private static Optional<Queue<ConsumerRecord<String, byte[]>>> earliest(
            Map<TopicPartition, Queue<ConsumerRecord<String, byte[]>>> held) {
        return held.values().stream()
                .filter(queue -> !queue.isEmpty())
                .min(Comparator.comparingLong(queue -> queue.element().timestamp()));
    }

    /** Reads until each partition has a record at hand or is at its end; whether any has one. */
    private boolean fill(
            Map<TopicPartition, Queue<ConsumerRecord<String, byte[]>>> held, Map<TopicPartition, Long> ends) {
        while (held.entrySet().stream()
                .anyMatch(queue -> queue.getValue().isEmpty() && !isAtEnd(queue.getKey(), ends))) {
            held.forEach((partition, queue) -> hold(partition, queue.size() > MOST_HELD || isAtEnd(partition, ends)));
            for (ConsumerRecord<String, byte[]> record : consumer.poll(LOOK)) {
                var partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.getOrDefault(partition, 0L)) {
                    held.getOrDefault(partition, new ArrayDeque<>()).add(record);
                }
            }
        }
        return held.values().stream().anyMatch(queue -> !queue.isEmpty());
    }

    private boolean isAtEnd(TopicPartition partition, Map<TopicPartition, Long> ends) {
        return consumer.position(partition) >= ends.getOrDefault(partition, 0L);
    }

    private void hold(TopicPartition partition, boolean isHeld) {
        if (isHeld) {
            consumer.pause(List.of(partition));
        } else {
            consumer.resume(List.of(partition));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
