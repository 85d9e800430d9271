package io.github.throughline.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.support.serializer.DeserializationException;

/** What happens to a record once retrying is pointless: its bytes go to the dead letters. */
final class PoisonRecordRecoverer implements ConsumerRecordRecoverer {

    private final DeadLetters deadLetters;
    private final Serializer<SpecificRecord> serializer;

    PoisonRecordRecoverer(DeadLetters deadLetters, Serializer<SpecificRecord> serializer) {
        this.deadLetters = deadLetters;
        this.serializer = serializer;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception error) {
        byte[] key = record.key() instanceof String text ? text.getBytes(UTF_8) : null;
        deadLetters.put(record, key, value(record, error), error);
    }

    /** The bytes as they came where they could not be decoded, else encoded again. */
    private byte @Nullable [] value(ConsumerRecord<?, ?> record, Throwable error) {
        if (record.value() instanceof SpecificRecord decoded) {
            return serializer.serialize(record.topic(), decoded);
        }
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof DeserializationException undecoded) {
                return undecoded.getData();
            }
        }
        return null;
    }
}
