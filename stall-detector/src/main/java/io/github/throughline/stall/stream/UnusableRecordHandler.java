package io.github.throughline.stall.stream;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** What the processor can not take in goes to the dead letters; faults of Kafka and of the store end the thread instead. */
public final class UnusableRecordHandler implements ProcessingExceptionHandler {

    @SuppressWarnings("NullAway.Init") // set by configure, before the first record
    private DeadLetterRecords letters;

    @Override
    public void configure(Map<String, ?> configuration) {
        letters = DeadLetterRecords.of(configuration);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (exception instanceof KafkaException) {
            return Response.fail();
        }
        var place = new DeadLetterRecords.Place(context.topic(), context.partition(), context.offset());
        return Response.resume(letters.letter(place, context.sourceRawKey(), context.sourceRawValue(), exception));
    }
}
