package io.github.throughline.platform.messaging;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.deadletter.DeadLetter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what could not be read on the service's dead-letter topic: the bytes in the value, nothing of them in headers or logs. */
public final class DeadLetters {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetters.class);

    private final String service;
    private final AvroEncoder encoder;
    private final Producer<String, byte[]> producer;
    private final MeterRegistry metrics;

    public DeadLetters(String service, AvroEncoder encoder, Producer<String, byte[]> producer, MeterRegistry metrics) {
        this.service = service;
        this.encoder = encoder;
        this.producer = producer;
        this.metrics = metrics;
    }

    /**
     * Returns once the broker has the dead letter; the record may be skipped then.
     *
     * @param key as it came, null: none
     * @param value as it came, null: a tombstone; left out where the letter would be larger than the broker takes
     * @throws IllegalStateException when the broker did not take it: the record must not be skipped
     */
    public void put(ConsumerRecord<?, ?> source, byte @Nullable [] key, byte @Nullable [] value, Throwable error) {
        var topic = Topics.deadLetters(service);
        String errorClass = root(error).getClass().getName();
        DeadLetter letter = DeadLetter.newBuilder()
                .setEventId(UUID.randomUUID())
                .setService(service)
                .setTopic(source.topic())
                .setPartition(source.partition())
                .setOffset(source.offset())
                .setKey(key == null ? null : ByteBuffer.wrap(key))
                .setValue(value == null ? null : ByteBuffer.wrap(value))
                .setErrorClass(errorClass)
                .setRecordedAt(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
        String id = "%s-%d-%d".formatted(source.topic(), source.partition(), source.offset());
        try {
            send(topic, id, letter);
        } catch (RecordTooLargeException e) {
            // Its place still says where the bytes stand.
            send(topic, id, DeadLetter.newBuilder(letter).setValue(null).build());
        }
        metrics.counter("throughline.dead.letters", "topic", source.topic()).increment();
        LOGGER.atError()
                .addKeyValue("topic", source.topic())
                .addKeyValue("partition", source.partition())
                .addKeyValue("offset", source.offset())
                .addKeyValue("error", errorClass)
                .log("record could not be taken in, put on the dead-letter topic");
    }

    private void send(Topic topic, String id, DeadLetter letter) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), id, encoder.encode(topic, letter)))
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw new IllegalStateException("dead letter not taken by the broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while putting a dead letter", e);
        }
    }

    static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
