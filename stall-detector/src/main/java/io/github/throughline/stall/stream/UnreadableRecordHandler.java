package io.github.throughline.stall.stream;

import io.github.throughline.platform.messaging.DeadLetterWriter;
import io.github.throughline.platform.messaging.Recoverable;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** What can not be deserialized goes to the dead letters; a registry that does not answer is no fault of the record. */
public final class UnreadableRecordHandler implements DeserializationExceptionHandler {

    @SuppressWarnings("NullAway.Init") // set by configure, before the first record
    private DeadLetterRecords letters;

    @Override
    public void configure(Map<String, ?> configuration) {
        letters = DeadLetterRecords.of(configuration);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (Recoverable.isRecoverable(exception)) {
            return Response.fail();
        }
        var source = new DeadLetterWriter.Source(
                record.topic(), record.partition(), record.offset(), record.key(), record.value());
        return Response.resume(letters.letter(source, exception));
    }
}
