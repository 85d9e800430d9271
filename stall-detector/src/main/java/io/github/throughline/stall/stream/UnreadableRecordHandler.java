package io.github.throughline.stall.stream;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
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
        if (isPassing(exception)) {
            return Response.fail();
        }
        var place = new DeadLetterRecords.Place(record.topic(), record.partition(), record.offset());
        return Response.resume(letters.letter(place, record.key(), record.value(), exception));
    }

    private static boolean isPassing(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException
                    || cause instanceof SocketException
                    || cause instanceof UnknownHostException
                    || cause instanceof ClosedChannelException
                    || cause instanceof TimeoutException
                    || cause instanceof HttpTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
