package io.github.throughline.stall.stream;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * What the broker does not take is never dropped in silence: a record that is too large can never be sent, so its source
 * goes to the dead letters; for everything else the thread ends, and tries again when it comes back.
 */
public final class UnsendableRecordHandler implements ProductionExceptionHandler {

    @SuppressWarnings("NullAway.Init") // set by configure, before the first record
    private DeadLetterRecords letters;

    @Override
    public void configure(Map<String, ?> configuration) {
        letters = DeadLetterRecords.of(configuration);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        return exception instanceof RecordTooLargeException
                ? Response.resume(letters.letter(context, exception))
                : Response.fail();
    }
}
