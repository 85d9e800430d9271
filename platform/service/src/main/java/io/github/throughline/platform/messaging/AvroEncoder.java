package io.github.throughline.platform.messaging;

import io.github.throughline.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Encodes records to the bytes that stand on topics. Asks the registry only for schemas that it has not learned. */
public final class AvroEncoder {

    private Serializer<SpecificRecord> serializer;

    public AvroEncoder(Serializer<SpecificRecord> serializer) {
        this.serializer = serializer;
    }

    /** Goes on with a serializer that knows more. */
    synchronized void replaceBy(Serializer<SpecificRecord> knowing) {
        serializer = knowing;
    }

    /** Asks the registry for the topic's schema now, so that {@link #encode} needs no answer of it. */
    public void learn(Topic topic) {
        encode(topic, SampleRecord.of(topic.record()));
    }

    /** @throws IllegalArgumentException when the record is not of the topic's type */
    public synchronized byte[] encode(Topic topic, SpecificRecord record) {
        if (!topic.record().isInstance(record)) {
            throw new IllegalArgumentException("%s carries %s, not %s"
                    .formatted(
                            topic.name(),
                            topic.record().getSimpleName(),
                            record.getClass().getSimpleName()));
        }
        return serializer.serialize(topic.name(), record);
    }
}
