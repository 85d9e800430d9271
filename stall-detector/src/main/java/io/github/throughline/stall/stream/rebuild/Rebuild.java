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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
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
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(10);

    private final Map<String, Object> client;
    private final RebuiltApplication application;
    private final AvroEncoder encoder;
    private final Supplier<PartitionFold> folds;
    private final InstantSource machineTime;

    /** @param client settings with which Kafka is reached */
    Rebuild(
            Map<String, Object> client,
            RebuiltApplication application,
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
        int partitions = new Preparation(client, application, machineTime).partitions();
        try (var hold = new GroupHold(client, application.id(), application.sources(), machineTime);
                var reader = new PartitionReader(client);
                var producer = producer()) {
            producer.initTransactions();
            return IntStream.range(0, partitions)
                    .mapToObj(partition -> rebuild(partition, reader, producer, hold))
                    .toList();
        }
    }

    private RebuiltPartition rebuild(
            int partition, PartitionReader reader, KafkaProducer<String, byte[]> producer, GroupHold hold) {
        PartitionFold fold = folds.get();
        reader.read(of(partition, List.of(application.changelog())), fold::former);
        reader.read(of(partition, application.published()), fold::published);
        Map<TopicPartition, Long> ends = reader.read(of(partition, application.sources()), fold::source);
        List<AvroEvent> differences = fold.differences();
        producer.beginTransaction();
        try {
            write(partition, fold, differences, producer);
            producer.sendOffsetsToTransaction(offsets(ends), hold.metadata());
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
}
