package io.github.throughline.stall.stream;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.deadletter.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters for Kafka Streams' handlers, which are made by Streams and find this in their configuration. Streams' own
 * dead-letter queue puts messages and stack traces into headers; these letters name the class of the error, no more.
 */
final class DeadLetterRecords {

    static final String CONFIG = "throughline.dead.letters";

    private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetterRecords.class);
    private static final String SERVICE = "stall-detector";

    /** A longer value would make a letter that Kafka does not take; the record's place says where its bytes stand. */
    private static final int MOST_BYTES = 1_000_000;

    private final AvroEncoder encoder;
    private final DetectorMetrics metrics;
    private final Clock clock;

    DeadLetterRecords(AvroEncoder encoder, DetectorMetrics metrics, Clock clock) {
        this.encoder = encoder;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What a handler was configured with. */
    static DeadLetterRecords of(Map<String, ?> configuration) {
        if (configuration.get(CONFIG) instanceof DeadLetterRecords records) {
            return records;
        }
        throw new IllegalStateException(CONFIG + " is missing in the configuration of Kafka Streams");
    }

    /** Where a record stands. */
    record Place(String topic, int partition, long offset) {}

    /** The letter to send in the place of a record; it goes out with the transaction that skips the record. */
    List<ProducerRecord<byte[], byte[]>> letter(
            Place place, byte @Nullable [] key, byte @Nullable [] value, Throwable error) {
        String errorClass = root(error).getClass().getName();
        metrics.deadLetter(place.topic());
        LOGGER.atError()
                .addKeyValue("topic", place.topic())
                .addKeyValue("partition", place.partition())
                .addKeyValue("offset", place.offset())
                .addKeyValue("error", errorClass)
                .log("record could not be taken in, put on the dead-letter topic");
        Topic topic = Topics.deadLetters(SERVICE);
        String id = "%s-%d-%d".formatted(place.topic(), place.partition(), place.offset());
        byte[] letter = encoder.encode(topic, letter(place, id, key, value, errorClass));
        return List.of(new ProducerRecord<>(topic.name(), id.getBytes(StandardCharsets.UTF_8), letter));
    }

    private DeadLetter letter(
            Place place, String id, byte @Nullable [] key, byte @Nullable [] value, String errorClass) {
        return DeadLetter.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)))
                .setService(SERVICE)
                .setTopic(place.topic())
                .setPartition(place.partition())
                .setOffset(place.offset())
                .setKey(key == null ? null : ByteBuffer.wrap(key))
                .setValue(value == null || value.length > MOST_BYTES ? null : ByteBuffer.wrap(value))
                .setErrorClass(errorClass)
                .setRecordedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
