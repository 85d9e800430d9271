package io.github.throughline.checkin.partner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
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

    /** The group of all listeners of the service but one. */
    static final String GROUP = "${spring.kafka.consumer.group-id}";

    /**
     * The group of the listener to partners. In one group with the others it would keep them from joining while it waits
     * for an episode that only they can read.
     */
    static final String PARTNERS_GROUP = GROUP + "-partners";

    private static final long TIMEOUT_SECONDS = 5;
    private static final ListConsumerGroupOffsetsSpec ALL_PARTITIONS = new ListConsumerGroupOffsetsSpec();

    private final Admin admin;
    private final List<String> groups;
    private final Predicate<String> topics;

    /**
     * @param groups that take the topics in, each other topics
     * @param topics names of those that are looked at
     */
    KafkaConsumption(Admin admin, List<String> groups, Predicate<String> topics) {
        this.admin = admin;
        this.groups = List.copyOf(groups);
        this.topics = topics;
    }

    /** Where the topics end, for {@link #hasReached}. */
    record Ends(Map<TopicPartition, Long> offsets) {

        /** What of it still is there: a topic that was deleted is not waited for, nor its records where it was made anew. */
        Ends within(Ends current) {
            return new Ends(current.offsets().entrySet().stream()
                    .filter(end -> offsets.containsKey(end.getKey()))
                    .collect(
                            Collectors.toMap(Map.Entry::getKey, end -> Math.min(end.getValue(), endOf(end.getKey())))));
        }

        private long endOf(TopicPartition partition) {
            return offsets.getOrDefault(partition, 0L);
        }
    }

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
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        List<TopicPartition> behind = ends.offsets().entrySet().stream()
                .filter(end -> !isAt(committed.get(end.getKey()), end.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return behind.isEmpty() || areEmpty(behind, ends.offsets());
    }

    private Map<TopicPartition, OffsetAndMetadata> committed()
            throws ExecutionException, InterruptedException, TimeoutException {
        var asked = groups.stream().collect(Collectors.toMap(Function.identity(), group -> ALL_PARTITIONS));
        var committed = new HashMap<TopicPartition, OffsetAndMetadata>();
        get(admin.listConsumerGroupOffsets(asked).all())
                .values()
                .forEach(ofGroup -> ofGroup.forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.merge(partition, offset, KafkaConsumption::further);
                    }
                }));
        return committed;
    }

    /** A group may have read a topic once that another one reads now. */
    private static OffsetAndMetadata further(OffsetAndMetadata one, OffsetAndMetadata other) {
        return one.offset() >= other.offset() ? one : other;
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
