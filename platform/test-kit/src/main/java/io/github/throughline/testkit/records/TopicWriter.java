package io.github.throughline.testkit.records;

import io.github.throughline.schemas.Topic;
import io.github.throughline.testkit.backing.TestBacking;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records the way another service or a partner would. */
public final class TopicWriter implements AutoCloseable {

    private final AvroWire wire;
    private final KafkaProducer<String, byte[]> producer;

    private TopicWriter(AvroWire wire, KafkaProducer<String, byte[]> producer) {
        this.wire = wire;
        this.producer = producer;
    }

    /** A writer to any topic of the shared broker; the caller closes it. */
    public static TopicWriter open() {
        return open(TestBacking.shared());
    }

    /** The same for other servers. */
    public static TopicWriter open(TestBacking backing) {
        var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backing.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        return new TopicWriter(new AvroWire(backing.registryConfluentUrl()), producer);
    }

    /** Writes one record and waits until the broker has it. */
    public void send(Topic topic, String key, SpecificRecord record) {
        send(topic, key, record, Map.of());
    }

    /** Writes one record with headers. */
    public void send(Topic topic, String key, SpecificRecord record, Map<String, String> headers) {
        sendRaw(topic, key, wire.encode(topic.name(), record), headers);
    }

    /** Writes bytes that need not be a record at all. */
    public void sendRaw(Topic topic, String key, byte[] value, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic.name(), key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("record was not written to " + topic.name(), e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
