package io.github.throughline.stall.stream;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Avro without a registry, for tests without servers: the topic tells the type. */
final class PlainAvro implements Serializer<SpecificRecord>, Deserializer<SpecificRecord> {

    @Override
    public byte[] serialize(String topic, SpecificRecord record) {
        try {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            var model = SpecificData.getForClass(record.getClass());
            new SpecificDatumWriter<>(record.getSchema(), model).write(record, encoder);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new SerializationException(e);
        }
    }

    @Override
    public SpecificRecord deserialize(String topic, byte[] bytes) {
        try {
            var type = type(topic);
            var model = SpecificData.getForClass(type);
            var schema = model.getSchema(type);
            return new SpecificDatumReader<SpecificRecord>(schema, schema, model)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("can not be read", e);
        }
    }

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {}

    @Override
    public void close() {}

    private static Class<? extends SpecificRecord> type(String topic) {
        return Topics.all().stream()
                .filter(known -> known.name().equals(topic))
                .findFirst()
                .map(Topic::record)
                .orElseThrow();
    }
}
