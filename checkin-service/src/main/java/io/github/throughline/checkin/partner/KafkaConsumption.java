package io.github.throughline.checkin.partner;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far all instances of the service together have taken topics in. Offsets are committed after the transaction of their
 * records, so what is behind them has had its effect.
 */
final class KafkaConsumption {

    /** The group of all listeners of the service. */
    static final String GROUP = "${spring.kafka.consumer.group-id}";

    private static final long TIMEOUT_SECONDS = 5;

    private final Admin admin;
    private final String group;
    private final Predicate<String> topics;

    KafkaConsumption(Admin admin, String group, Predicate<String> topics) {
        this.admin = admin;
        this.group = group;
        this.topics = topics;
    }

    /** Where the topics end, for {@link #hasReached}. */
    record Ends(Map<TopicPartition, Long> offsets) {}

    /** Where the topics end now, those that nobody has consumed yet included. */
    Ends ends() throws ExecutionException, InterruptedException, TimeoutException {
        List<String> names =
                get(admin.listTopics().names()).stream().filter(topics).toList();
        if (names.isEmpty()) {
            return new Ends(Map.of());
        }
        List<TopicPartition> partitions = get(admin.describeTopics(names).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        return new Ends(offsets(partitions, OffsetSpec.latest()));
    }

    /** Whether everything before the ends has had its effect. */
    boolean hasReached(Ends ends) throws ExecutionException, InterruptedException, TimeoutException {
        if (ends.offsets().isEmpty()) {
            return true;
        }
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        List<TopicPartition> behind = ends.offsets().entrySet().stream()
                .filter(end -> !isAt(committed.get(end.getKey()), end.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return behind.isEmpty() || areEmpty(behind, ends.offsets());
    }

    private static boolean isAt(@Nullable OffsetAndMetadata committed, long end) {
        return committed != null && committed.offset() >= end;
    }

    /** Of a partition without records nothing is ever committed. */
    private boolean areEmpty(List<TopicPartition> partitions, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        return partitions.stream()
                .allMatch(partition -> starts.getOrDefault(partition, 0L) >= ends.getOrDefault(partition, 0L));
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return get(admin.listOffsets(asked, options).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> answer) throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
