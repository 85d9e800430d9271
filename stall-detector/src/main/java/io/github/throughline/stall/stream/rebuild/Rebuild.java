package io.github.throughline.stall.stream.rebuild;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.stall.stream.AvroEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds each partition from its beginning and writes state, differences and offsets in one transaction: a partition is
 * made anew wholly or not at all, and who runs it once more gets what stands there already.
 */
final class Rebuild {

    private static final Logger LOGGER = LoggerFactory.getLogger(Rebuild.class);
    private static final long TIMEOUT_SECONDS = 30;
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(10);
    private static final Duration LONGEST_LEAVING = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> client;
    private final Application application;
    private final AvroEncoder encoder;
    private final Supplier<PartitionFold> folds;
    private final InstantSource machineTime;

    /**
     * Whose state is made anew.
     *
     * @param id the group of all instances
     * @param store name of its store
     * @param sources topics that it reads side by side
     * @param published topics that it writes
     */
    record Application(String id, String store, Collection<String> sources, Collection<String> published) {

        String changelog() {
            return "%s-%s-changelog".formatted(id, store);
        }
    }

    /** @param client settings with which Kafka is reached */
    Rebuild(
            Map<String, Object> client,
            Application application,
            AvroEncoder encoder,
            Supplier<PartitionFold> folds,
            InstantSource machineTime) {
        this.client = client;
        this.application = application;
        this.encoder = encoder;
        this.folds = folds;
        this.machineTime = machineTime;
    }

    /** @throws RebuildRefused when instances run, or the topics do not fit together */
    List<RebuiltPartition> run() {
        int partitions = prepare();
        try (var reader = new PartitionReader(client);
                var producer = producer()) {
            producer.initTransactions();
            return IntStream.range(0, partitions)
                    .mapToObj(partition -> rebuild(partition, reader, producer))
                    .toList();
        }
    }

    /** Number of partitions. */
    private int prepare() {
        try (Admin admin = Admin.create(client)) {
            refuseWhileInstancesRun(admin);
            int partitions = partitions(admin, application.sources().iterator().next());
            ensureChangelog(admin, partitions);
            return partitions;
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

    private static int partitions(Admin admin, String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        return get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .mapToInt(found -> found.partitions().size())
                .max()
                .orElseThrow();
    }

    /** It may have been deleted on purpose. */
    private void ensureChangelog(Admin admin, int partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            int existing = partitions(admin, application.changelog());
            if (existing != partitions) {
                throw new RebuildRefused(
                        "%s has %d partitions and the topics have %d: delete it, then start the rebuild again"
                                .formatted(application.changelog(), existing, partitions));
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
            var changelog = new NewTopic(application.changelog(), Optional.of(partitions), Optional.empty())
                    .configs(Map.of("cleanup.policy", "compact"));
            get(admin.createTopics(List.of(changelog)).all());
        }
    }

    private RebuiltPartition rebuild(int partition, PartitionReader reader, KafkaProducer<String, byte[]> producer) {
        PartitionFold fold = folds.get();
        reader.read(of(partition, List.of(application.changelog())), fold::former);
        reader.read(of(partition, application.published()), fold::published);
        Map<TopicPartition, Long> ends = reader.read(of(partition, application.sources()), fold::source);
        List<AvroEvent> differences = fold.differences();
        producer.beginTransaction();
        try {
            write(partition, fold, differences, producer);
            producer.sendOffsetsToTransaction(offsets(ends), new ConsumerGroupMetadata(application.id()));
            producer.commitTransaction();
        } catch (KafkaException e) {
            producer.abortTransaction();
            throw e;
        }
        RebuiltPartition rebuilt = fold.summary(partition, differences);
        LOGGER.atInfo()
                .addKeyValue("partition", partition)
                .addKeyValue("episodes", rebuilt.episodes())
                .addKeyValue("events", rebuilt.events())
                .addKeyValue("unusable", rebuilt.unusable())
                .addKeyValue("escalationsPublished", rebuilt.escalations())
                .addKeyValue("verdictsPublished", rebuilt.verdicts())
                .log("partition rebuilt");
        return rebuilt;
    }

    private void write(
            int partition, PartitionFold fold, List<AvroEvent> differences, KafkaProducer<String, byte[]> producer) {
        String changelog = application.changelog();
        fold.gone().forEach(key -> producer.send(new ProducerRecord<>(changelog, partition, key, null)));
        fold.state().forEach((key, value) -> producer.send(new ProducerRecord<>(changelog, partition, key, value)));
        Instant now = machineTime.instant();
        for (AvroEvent event : differences) {
            byte[] value = encoder.encode(event.topic(), event.event());
            producer.send(new ProducerRecord<>(
                    event.topic().name(), null, event.key(), value, event.headers(application.id(), now, null)));
        }
    }

    private static List<TopicPartition> of(int partition, Collection<String> topics) {
        return topics.stream()
                .map(topic -> new TopicPartition(topic, partition))
                .toList();
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
    }

    private KafkaProducer<String, byte[]> producer() {
        var settings = new HashMap<>(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, application.id() + "-rebuild");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST_WRITE.toMillis());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static <T> T get(KafkaFuture<T> answer) throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
