package io.github.throughline.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/** What happens to a record once retrying is pointless: its bytes go to the dead letters as they came. */
final class PoisonRecordRecoverer implements ConsumerRecordRecoverer {

    private final DeadLetters deadLetters;

    PoisonRecordRecoverer(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception error) {
        byte @Nullable [] key = record.key() instanceof String text ? text.getBytes(UTF_8) : null;
        var source = new DeadLetterWriter.Source(
                record.topic(), record.partition(), record.offset(), key, RawBytes.of(record));
        deadLetters.put(source, error);
    }
}
