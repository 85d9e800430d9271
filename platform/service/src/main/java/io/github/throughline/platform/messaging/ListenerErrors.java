package io.github.throughline.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** Recoverable: retried for as long as it takes. Poison: after a few tries to the dead letters. Both are logged and counted. */
final class ListenerErrors {

    private static final Logger LOGGER = LoggerFactory.getLogger(ListenerErrors.class);
    private static final long FIRST_WAIT_MS = 200;
    private static final long LONGEST_WAIT_MS = 15_000;
    private static final long TRIES = 4;

    private ListenerErrors() {}

    static CommonErrorHandler handler(ConsumerRecordRecoverer recoverer) {
        var handler = new DefaultErrorHandler(recoverer, backOff(TRIES));
        handler.setBackOffFunction((record, error) -> backOff(error));
        handler.addNotRetryableExceptions(UnusableRecord.class);
        // What can not be decoded may only lack its schema while the registry is away.
        handler.removeClassification(DeserializationException.class);
        // Spring would log causes with their messages, and a database's message quotes the row.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners(ListenerErrors::tell);
        return handler;
    }

    private static @Nullable BackOff backOff(Throwable error) {
        if (Recoverable.isRecoverable(error)) {
            return backOff(Long.MAX_VALUE);
        }
        return isUndecodable(error) ? new FixedBackOff(0, 0) : null;
    }

    private static boolean isUndecodable(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof DeserializationException) {
                return true;
            }
        }
        return false;
    }

    private static void tell(ConsumerRecord<?, ?> record, @Nullable Exception error, int attempt) {
        LOGGER.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("attempt", attempt)
                .addKeyValue(
                        "error",
                        error == null ? "" : DeadLetters.root(error).getClass().getName())
                .log("record not taken in");
    }

    private static BackOff backOff(long attempts) {
        var backOff = new ExponentialBackOff(FIRST_WAIT_MS, 2);
        backOff.setMaxInterval(LONGEST_WAIT_MS);
        backOff.setMaxAttempts(attempts);
        return backOff;
    }
}
