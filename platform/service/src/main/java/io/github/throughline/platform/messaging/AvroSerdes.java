package io.github.throughline.platform.messaging;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** Makes the configured serializers; the one place that knows them. */
public final class AvroSerdes {

    private final MessagingSettings settings;

    public AvroSerdes(MessagingSettings settings) {
        this.settings = settings;
    }

    public Serializer<SpecificRecord> valueSerializer() {
        Serializer<SpecificRecord> serializer = instance(settings.serializer(), Serializer.class);
        serializer.configure(configuration(), false);
        return serializer;
    }

    public Deserializer<SpecificRecord> valueDeserializer() {
        Deserializer<SpecificRecord> deserializer = instance(settings.deserializer(), Deserializer.class);
        deserializer.configure(configuration(), false);
        return deserializer;
    }

    /** Both as one; the caller closes it. */
    @SuppressWarnings("unchecked") // the serializers carry any record; the topic's type is the caller's knowledge
    public <T extends SpecificRecord> Serde<T> valueSerde() {
        return (Serde<T>) Serdes.serdeFrom(valueSerializer(), valueDeserializer());
    }

    private Map<String, ?> configuration() {
        return settings.properties();
    }

    @SuppressWarnings("unchecked") // a serializer class named in configuration carries Avro records by contract
    private static <T> T instance(String className, Class<?> type) {
        try {
            return (T) Utils.newInstance(className, type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "throughline.messaging names %s, which is not on the class path".formatted(className), e);
        }
    }
}
