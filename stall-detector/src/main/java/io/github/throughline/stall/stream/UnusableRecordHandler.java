package io.github.throughline.stall.stream;

import io.github.throughline.platform.messaging.Recoverable;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the processor can not take in goes to the dead letters; faults of Kafka, the state and the keys end the thread. */
public final class UnusableRecordHandler implements ProcessingExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(UnusableRecordHandler.class);
    private static final long PAUSE_MILLIS = 1_000;

    @SuppressWarnings("NullAway.Init") // set by configure, before the first record
    private DeadLetterRecords letters;

    @Override
    public void configure(Map<String, ?> configuration) {
        letters = DeadLetterRecords.of(configuration);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (Recoverable.isRecoverable(exception)) {
            LOGGER.atWarn()
                    .addKeyValue("topic", context.topic())
                    .addKeyValue("partition", context.partition())
                    .addKeyValue("offset", context.offset())
                    .addKeyValue("error", exception.getClass().getName())
                    .log("record can not be taken in now, it is read again");
            pause();
            return Response.fail();
        }
        if (exception instanceof KafkaException) {
            return Response.fail();
        }
        return Response.resume(letters.letter(context, exception));
    }

    /** The thread that takes over would fail at once as well. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
