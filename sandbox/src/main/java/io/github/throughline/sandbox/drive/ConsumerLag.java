package io.github.throughline.sandbox.drive;

import io.github.throughline.sandbox.client.Endpoints;
import io.github.throughline.sandbox.stack.SandboxPartners;
import io.github.throughline.sandbox.watch.Progress;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** How far the services' consumer groups are behind the topics that they read. */
final class ConsumerLag implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A service has several readers, which come one after the other: it reads when the last of them does. */
    private static final Map<String, List<Topic>> READS = Map.of(
            "intake-service", List.of(Topics.DECISION),
            "plan-service", List.of(Topics.EPISODE, Topics.DECISION),
            "checkin-service", List.of(Topics.EPISODE, Topics.PLAN),
            "checkin-service-partners", List.of(Topics.partnerOutcome(SandboxPartners.LAB)),
            "stall-detector", List.of(Topics.PLAN, Topics.CHECKIN, Topics.OUTCOME, Topics.DECISION),
            "notification-service",
                    List.of(Topics.EPISODE, Topics.PLAN, Topics.CHECKIN, Topics.OUTCOME, Topics.ESCALATION));

    private static final Set<String> GROUPS = READS.keySet();

    private final Admin admin;

    /** Topics of each group: what it ever was assigned or committed. A service that restarts still has to read them. */
    private final Map<String, Set<String>> subscriptions = new HashMap<>();

    ConsumerLag(Endpoints endpoints) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, endpoints.bootstrapServers()));
    }

    /**
     * What the topics and groups look like now.
     *
     * @param behind records that wait, by what they wait for
     * @param ends where the topics end, to see whether anything was added meanwhile
     */
    record Lag(Map<String, Long> behind, Map<TopicPartition, Long> ends) {}

    /** @param progress how far an onlooker has read the same topics */
    Lag measure(Collection<Progress> progress) throws InterruptedException {
        var partitions = progress.stream().map(Progress::partition).collect(Collectors.toSet());
        var ends = askEnds(progress);
        var committed = committed();
        return compare(progress, committed, ends(ends));
    }

    /** An onlooker of committed records does not get past an open transaction, so that one shows as unread. */
    private Lag compare(
            Collection<Progress> progress,
            Map<String, Map<TopicPartition, Long>> committed,
            Map<TopicPartition, Long> ends) {
        var behind = new TreeMap<String, Long>();
        unreadTopics().forEach(topic -> behind.put("nobody reads yet as " + topic, 1L));
        for (var read : progress) {
            add(behind, "unread by the onlooker:", read, ends.getOrDefault(read.partition(), 0L) - read.position());
            for (String group : GROUPS) {
                if (subscribes(group, read.partition().topic())) {
                    long offset = committed.getOrDefault(group, Map.of()).getOrDefault(read.partition(), 0L);
                    add(behind, group + " behind on", read, read.dataEnd() - offset);
                }
            }
        }
        return new Lag(behind, ends);
    }

    /** Learns which topics the groups read; asked rarely, since it costs more than the offsets do. */
    void learnSubscriptions() throws InterruptedException {
        for (var group : admin.describeConsumerGroups(GROUPS).describedGroups().entrySet()) {
            awaitGroup(group.getValue()).stream()
                    .flatMap(description -> description.members().stream())
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .forEach(partition -> subscription(group.getKey()).add(partition.topic()));
        }
    }

    /** Group and topic of the readers that have not been seen yet. */
    List<String> unreadTopics() {
        return READS.entrySet().stream()
                .flatMap(reads -> reads.getValue().stream()
                        .filter(topic -> !subscribes(reads.getKey(), topic.name()))
                        .map(topic -> reads.getKey() + " " + topic.name()))
                .toList();
    }

    /** Empty when the group is not there yet. */
    private static <T> Optional<T> awaitGroup(KafkaFuture<T> group) throws InterruptedException {
        try {
            return Optional.of(group.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw new IllegalStateException("Kafka does not say who reads", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not say who reads", e);
        }
    }

    private Map<String, Map<TopicPartition, Long>> committed() throws InterruptedException {
        var all =
                GROUPS.stream().collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        var committed = new HashMap<String, Map<TopicPartition, Long>>();
        var asked = admin.listConsumerGroupOffsets(all);
        for (String group : GROUPS) {
            var known = new HashMap<TopicPartition, Long>();
            awaitGroup(asked.partitionsToOffsetAndMetadata(group))
                    .ifPresent(offsets -> offsets.forEach((partition, offset) -> {
                        if (offset != null) {
                            known.put(partition, offset.offset());
                            subscription(group).add(partition.topic());
                        }
                    }));
            committed.put(group, known);
        }
        return committed;
    }

    private ListOffsetsResult askEnds(Collection<Progress> progress) {
        return admin.listOffsets(
                progress.stream().collect(Collectors.toMap(Progress::partition, read -> OffsetSpec.latest())),
                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED));
    }

    private static Map<TopicPartition, Long> ends(ListOffsetsResult asked) throws InterruptedException {
        var ends = new HashMap<TopicPartition, Long>();
        await(asked.all()).forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private Set<String> subscription(String group) {
        return subscriptions.computeIfAbsent(group, name -> new HashSet<>());
    }

    private boolean subscribes(String group, String topic) {
        return subscription(group).contains(topic);
    }

    private static void add(Map<String, Long> behind, String what, Progress read, long count) {
        if (count > 0) {
            behind.merge(what + " " + read.partition().topic(), count, Long::sum);
        }
    }

    private static <T> T await(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not say how far its readers are", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
