package io.github.throughline.stall.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.platform.messaging.RecoverableFailure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/** What is the record's own fault goes to the dead letters, whatever passes is tried again. */
class RecordHandlersTest {

    private static final String OUTCOMES = "throughline.outcome.v1";
    private static final byte[] KEY = "patient".getBytes(UTF_8);
    private static final byte[] VALUE = "reading".getBytes(UTF_8);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Map<String, ?> settings = Map.of(
            DeadLetterRecords.CONFIG,
            StreamBench.letters(Publishing.IN_FORCE, new AvroEncoder(new PlainAvro()), metrics));

    @Test
    void whatTheProcessorCanNotTakeInIsALetter() {
        // When
        var response = used(new IllegalArgumentException("no event of this topic"));

        // Then
        assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).hasSize(1);
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void whatPassesIsNoFaultOfTheRecord() {
        assertThat(used(new StateUnreadable(new IllegalStateException("state of format 7 is not known here")))
                        .result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        assertThat(used(new RecoverableFailure("keys are away")).result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        assertThat(used(new IllegalStateException(new ConnectException("registry")))
                        .result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        assertThat(used(new KafkaException("fenced")).result()).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    }

    @Test
    void whatCanNotBeDecodedIsALetterUnlessTheRegistryIsAway() {
        assertThat(read(new SerializationException("no Avro")).result())
                .isEqualTo(DeserializationExceptionHandler.Result.RESUME);
        assertThat(read(new SerializationException("schema", new ConnectException("registry")))
                        .result())
                .isEqualTo(DeserializationExceptionHandler.Result.FAIL);
    }

    @Test
    void whatIsTooLargeToSendIsALetterOfItsSource() {
        // When
        var response = sent(new RecordTooLargeException("too large"));

        // Then
        assertThat(response.result()).isEqualTo(ProductionExceptionHandler.Result.RESUME);
        assertThat(response.deadLetterQueueRecords())
                .singleElement()
                .satisfies(letter -> assertThat(new String(letter.key(), UTF_8)).isEqualTo(OUTCOMES + "-2-77"));
    }

    @Test
    void whatTheBrokerDoesNotTakeNowIsSentAgainAndWhatItRefusesEndsTheThread() {
        assertThat(sent(new NotEnoughReplicasException("one is away")).result())
                .isEqualTo(ProductionExceptionHandler.Result.RETRY);
        assertThat(sent(new TopicAuthorizationException("not allowed")).result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
        assertThat(metrics.find("throughline.dead.letters").counter()).isNull();
    }

    private ProcessingExceptionHandler.Response used(Exception error) {
        var handler = new UnusableRecordHandler();
        handler.configure(settings);
        return handler.handleError(context(), new Record<>(KEY, VALUE, 0), error);
    }

    private DeserializationExceptionHandler.Response read(Exception error) {
        var handler = new UnreadableRecordHandler();
        handler.configure(settings);
        return handler.handleError(context(), new ConsumerRecord<>(OUTCOMES, 2, 77, KEY, VALUE), error);
    }

    private ProductionExceptionHandler.Response sent(Exception error) {
        var handler = new UnsendableRecordHandler();
        handler.configure(settings);
        var escalation = new ProducerRecord<>("throughline.escalation.v1", KEY, new byte[] {1});
        return handler.handleError(context(), escalation, error);
    }

    private double letters() {
        return metrics.get("throughline.dead.letters")
                .tag("topic", OUTCOMES)
                .counter()
                .count();
    }

    private static ErrorHandlerContext context() {
        return new DefaultErrorHandlerContext(
                null, OUTCOMES, 2, 77, new RecordHeaders(), StallTopology.WATCH, new TaskId(0, 2), 0, KEY, VALUE);
    }
}
