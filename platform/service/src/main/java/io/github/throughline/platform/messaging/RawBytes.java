package io.github.throughline.platform.messaging;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a record's bytes beside what they decode to, in a header of the consumer's copy: a dead letter holds them as they
 * came, also fields that this version does not know.
 */
final class RawBytes implements Deserializer<SpecificRecord> {

    private static final String HEADER = "throughline-raw";

    private final Deserializer<SpecificRecord> decoder;

    RawBytes(Deserializer<SpecificRecord> decoder) {
        this.decoder = decoder;
    }

    /** The bytes of a record's value; null: it had none. */
    static byte @Nullable [] of(ConsumerRecord<?, ?> record) {
        Header raw = record.headers().lastHeader(HEADER);
        return raw == null ? null : raw.value();
    }

    @Override
    public SpecificRecord deserialize(String topic, byte[] data) {
        return decoder.deserialize(topic, data);
    }

    @Override
    public SpecificRecord deserialize(String topic, Headers headers, byte[] data) {
        headers.remove(HEADER).add(HEADER, data);
        return decoder.deserialize(topic, headers, data);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
