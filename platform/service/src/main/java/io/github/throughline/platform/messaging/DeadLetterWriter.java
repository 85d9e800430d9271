package io.github.throughline.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.deadletter.DeadLetter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the dead letter of a record that a service could not take in: its place, its bytes and the class of the error;
 * nothing of the record in headers or logs. Who sends it is the caller's affair.
 */
public final class DeadLetterWriter {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetterWriter.class);

    /** More would make a letter that Kafka does not take by default; the record's place says where its bytes stand. */
    private static final int MOST_BYTES = 1_000_000;

    private final String service;
    private final AvroEncoder encoder;
    private final MeterRegistry metrics;
    private final InstantSource machineTime;

    /** @param service whose dead letters they are */
    public DeadLetterWriter(String service, AvroEncoder encoder, MeterRegistry metrics, InstantSource machineTime) {
        this.service = service;
        this.encoder = encoder;
        this.metrics = metrics;
        this.machineTime = machineTime;
    }

    /**
     * A record as it came.
     *
     * @param key null: none
     * @param value null: a tombstone
     */
    public record Source(String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {

        String name() {
            return "%s-%d-%d".formatted(topic, partition, offset);
        }
    }

    /** The letter to send; the same record has the same key and event id every time. Bytes that are too many are left out. */
    public ProducerRecord<String, byte[]> write(Source source, Throwable error) {
        Topic topic = Topics.deadLetters(service);
        DeadLetter letter = DeadLetter.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes((service + "/" + source.name()).getBytes(UTF_8)))
                .setService(service)
                .setTopic(source.topic())
                .setPartition(source.partition())
                .setOffset(source.offset())
                .setKey(bounded(source.key()))
                .setValue(bounded(source.value()))
                .setErrorClass(root(error).getClass().getName())
                .setRecordedAt(machineTime.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
        return new ProducerRecord<>(topic.name(), source.name(), encoder.encode(topic, letter));
    }

    /** Counts a letter that is sent, or goes out with the transaction that skips the record, and tells of it. */
    public void tell(Source source, Throwable error) {
        metrics.counter("throughline.dead.letters", "topic", source.topic()).increment();
        LOGGER.atError()
                .addKeyValue("topic", source.topic())
                .addKeyValue("partition", source.partition())
                .addKeyValue("offset", source.offset())
                .addKeyValue("error", root(error).getClass().getName())
                .log("record could not be taken in, put on the dead-letter topic");
    }

    private static @Nullable ByteBuffer bounded(byte @Nullable [] bytes) {
        return bytes == null || bytes.length > MOST_BYTES ? null : ByteBuffer.wrap(bytes);
    }

    static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
