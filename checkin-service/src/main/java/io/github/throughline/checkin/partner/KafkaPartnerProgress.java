package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.schedule.PartnerProgress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares where the partners' topics ended at a moment with what all instances together have committed since. Offsets
 * are committed after the transaction of their records, so what is behind them has had its effect.
 */
final class KafkaPartnerProgress implements PartnerProgress {

    /** The group of all listeners of the service: one group tells how far it is with everything. */
    static final String GROUP = "${spring.kafka.consumer.group-id}";

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaPartnerProgress.class);
    private static final long TIMEOUT_SECONDS = 5;

    /** @param ends where each partition ended when care time was at careTime */
    private record Aim(Instant careTime, Map<TopicPartition, Long> ends) {}

    private final Admin admin;
    private final String group;
    private volatile Instant reached = Instant.EPOCH;
    private @Nullable Aim aim;

    KafkaPartnerProgress(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    @Override
    public Instant reached() {
        return reached;
    }

    @Override
    public synchronized Instant reach(Instant careNow) {
        try {
            Aim wanted = aim == null ? new Aim(careNow, ends()) : aim;
            aim = wanted;
            if (isConsumed(wanted.ends())) {
                reached = wanted.careTime();
                aim = null;
            }
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.atWarn().addKeyValue("error", String.valueOf(e.getCause())).log("partners' topics out of sight");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reached;
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException, TimeoutException {
        List<String> topics = get(admin.listTopics().names()).stream()
                .filter(PartnerTopics::isOutcomes)
                .toList();
        if (topics.isEmpty()) {
            return Map.of();
        }
        Collection<TopicDescription> found =
                get(admin.describeTopics(topics).allTopicNames()).values();
        List<TopicPartition> partitions = found.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        return offsets(partitions, OffsetSpec.latest());
    }

    private boolean isConsumed(Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (ends.isEmpty()) {
            return true;
        }
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        List<TopicPartition> behind = ends.entrySet().stream()
                .filter(end -> !isAt(committed.get(end.getKey()), end.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return behind.isEmpty() || areEmpty(behind, ends);
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
