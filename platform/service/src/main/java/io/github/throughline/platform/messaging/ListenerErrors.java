package io.github.throughline.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** Recoverable: retried for as long as it takes. Poison: after a few tries to the dead letters. Both are logged and counted. */
final class ListenerErrors {

    private static final Logger LOGGER = LoggerFactory.getLogger(ListenerErrors.class);
    static final Duration FIRST_WAIT = Duration.ofMillis(200);

    private static final long LONGEST_WAIT_MS = 15_000;
    private static final long TRIES = 4;

    /** After these, some 40 s, the failure is looked at anew: the back-off is that of a record's first failure. */
    private static final long TRIES_BEFORE_ANOTHER_LOOK = 8;

    private static final int SHORTEST_ENCODED = 5;

    private ListenerErrors() {}

    static DefaultErrorHandler handler(ConsumerRecordRecoverer recoverer, MeterRegistry metrics, Duration firstWait) {
        var handler =
                new DefaultErrorHandler((record, error) -> giveUp(recoverer, record, error), backOff(TRIES, firstWait));
        handler.setBackOffFunction((record, error) -> backOff(error, firstWait));
        handler.addNotRetryableExceptions(UnusableRecord.class);
        // What can not be decoded may only lack its schema while the registry is away.
        handler.removeClassification(DeserializationException.class);
        // Spring would log causes with their messages, and a database's message quotes the row.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners((record, error, attempt) -> tell(metrics, record, error, attempt));
        return handler;
    }

    /** What passes is never given up: the recoverer's own failure begins the tries again. */
    private static void giveUp(ConsumerRecordRecoverer recoverer, ConsumerRecord<?, ?> record, Exception error) {
        if (Recoverable.isRecoverable(error)) {
            throw new RecoverableFailure("what it needs is still away");
        }
        recoverer.accept(record, error);
    }

    private static @Nullable BackOff backOff(Throwable error, Duration firstWait) {
        if (Recoverable.isRecoverable(error)) {
            return backOff(TRIES_BEFORE_ANOTHER_LOOK, firstWait);
        }
        return isNotEncoded(error) ? new FixedBackOff(0, 0) : null;
    }

    /** Bytes that do not even begin as Confluent's wire format does: no schema can make them readable. */
    private static boolean isNotEncoded(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof DeserializationException undecoded) {
                byte[] bytes = undecoded.getData();
                return bytes == null || bytes.length < SHORTEST_ENCODED || bytes[0] != 0;
            }
        }
        return false;
    }

    private static void tell(
            MeterRegistry metrics, ConsumerRecord<?, ?> record, @Nullable Exception error, int attempt) {
        metrics.counter("throughline.records.failed", "topic", record.topic()).increment();
        LOGGER.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("attempt", attempt)
                .addKeyValue(
                        "error",
                        error == null
                                ? ""
                                : DeadLetterWriter.root(error).getClass().getName())
                .log("record not taken in");
    }

    private static BackOff backOff(long attempts, Duration firstWait) {
        var backOff = new ExponentialBackOff(firstWait.toMillis(), 2);
        backOff.setMaxInterval(LONGEST_WAIT_MS);
        backOff.setMaxAttempts(attempts);
        return backOff;
    }
}
