package io.github.throughline.testkit.backing;

import io.github.throughline.backing.KafkaTopics;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer group that nobody has joined yet.
 *
 * @param name of the group
 * @param topics of the cluster
 */
record NewGroup(String name, KafkaTopics topics) {

    private static final String OURS = "throughline.";

    /** Its members will read what is written from this moment on, and of topics that are made later all. */
    void beginNow() {
        try (var admin = topics.admin()) {
            Map<TopicPartition, OffsetAndMetadata> begin = ends(admin).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> new OffsetAndMetadata(end.getValue().offset())));
            done(admin.alterConsumerGroupOffsets(name, begin).all());
        }
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ends(Admin admin) {
        var ours = done(admin.listTopics().names()).stream()
                .filter(topic -> topic.startsWith(OURS))
                .toList();
        var partitions = done(admin.describeTopics(ours).allTopicNames()).values().stream()
                .map(NewGroup::partitions)
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return done(admin.listOffsets(partitions).all());
    }

    private static Collection<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
    }

    private static <T> T done(KafkaFuture<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a consumer group could not be prepared", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a consumer group was not prepared", e);
        }
    }
}
