package io.github.throughline.stall.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.throughline.platform.messaging.DeadLetterWriter;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters for Kafka Streams' handlers, which are made by Streams and find this in their configuration. Streams' own
 * dead-letter queue puts messages and stack traces into headers.
 */
final class DeadLetterRecords {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetterRecords.class);

    static final String CONFIG = "throughline.dead.letters";

    private final @Nullable DeadLetterWriter writer;

    private DeadLetterRecords(@Nullable DeadLetterWriter writer) {
        this.writer = writer;
    }

    /** In the shadow there are none: the detector in force puts aside what it can not take in. */
    static DeadLetterRecords of(Publishing publishing, DeadLetterWriter writer) {
        return new DeadLetterRecords(publishing == Publishing.SHADOW ? null : writer);
    }

    /** What a handler was configured with. */
    static DeadLetterRecords of(Map<String, ?> configuration) {
        if (configuration.get(CONFIG) instanceof DeadLetterRecords records) {
            return records;
        }
        throw new IllegalStateException(CONFIG + " is missing in the configuration of Kafka Streams");
    }

    /** The letter to send in the place of a record; it goes out with the transaction that skips the record. */
    List<ProducerRecord<byte[], byte[]>> letter(DeadLetterWriter.Source source, Throwable error) {
        if (writer == null) {
            LOGGER.atWarn()
                    .addKeyValue("topic", source.topic())
                    .addKeyValue("partition", source.partition())
                    .addKeyValue("offset", source.offset())
                    .addKeyValue("error", error.getClass().getName())
                    .log("record passed over in the shadow");
            return List.of();
        }
        ProducerRecord<String, byte[]> letter = writer.write(source, error);
        writer.tell(source, error);
        return List.of(new ProducerRecord<>(letter.topic(), letter.key().getBytes(UTF_8), letter.value()));
    }

    /** The same of the record that a handler is told of. */
    List<ProducerRecord<byte[], byte[]>> letter(ErrorHandlerContext context, Throwable error) {
        var source = new DeadLetterWriter.Source(
                context.topic(),
                context.partition(),
                context.offset(),
                context.sourceRawKey(),
                context.sourceRawValue());
        return letter(source, error);
    }
}
