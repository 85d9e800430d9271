package io.github.throughline.stall.stream.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Looks whether a rebuild may begin.
 *
 * @param client settings with which Kafka is reached
 */
record Preparation(Map<String, Object> client, RebuiltApplication application, InstantSource machineTime) {

    private static final long TIMEOUT_SECONDS = 30;
    private static final Duration LONGEST_LEAVING = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * How many partitions there are to be rebuilt.
     *
     * @throws RebuildRefused when instances run, or the topics do not fit together
     */
    int partitions() {
        try (Admin admin = Admin.create(client)) {
            refuseWhileInstancesRun(admin);
            return partitions(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    /** An instance that was ended stays in the group until Kafka has missed it for some seconds. */
    private void refuseWhileInstancesRun(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        Instant until = machineTime.instant().plus(LONGEST_LEAVING);
        for (int running = running(admin); running > 0; running = running(admin)) {
            if (machineTime.instant().isAfter(until)) {
                throw new RebuildRefused(
                        "Detectors run: %d threads are in the group %s. End them all, then start the rebuild again."
                                .formatted(running, application.id()));
            }
            Thread.sleep(PAUSE);
        }
    }

    private int running(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return get(admin.describeConsumerGroups(List.of(application.id())).all()).values().stream()
                    .mapToInt(group -> group.members().size())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    /** The changelog may have been deleted on purpose. */
    private int partitions(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        var topics = new ArrayList<>(application.sources());
        topics.addAll(application.published());
        boolean hasChangelog = get(admin.listTopics().names()).contains(application.changelog());
        if (hasChangelog) {
            topics.add(application.changelog());
        }
        Map<String, Integer> partitions = partitions(admin, topics);
        int first = partitions.values().iterator().next();
        if (partitions.values().stream().anyMatch(count -> count != first)) {
            throw new RebuildRefused(
                    "The topics must have equally many partitions, but have: %s. Where the changelog differs alone, delete it and empty the state folder of every detector."
                            .formatted(partitions));
        }
        if (!hasChangelog) {
            var changelog = new NewTopic(application.changelog(), Optional.of(first), Optional.empty())
                    .configs(Map.of("cleanup.policy", "compact"));
            get(admin.createTopics(List.of(changelog)).all());
        }
        return first;
    }

    private static Map<String, Integer> partitions(Admin admin, Collection<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .collect(Collectors.toMap(
                        TopicDescription::name, topic -> topic.partitions().size(), Math::max, TreeMap::new));
    }

    private static <T> T get(KafkaFuture<T> answer) throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
