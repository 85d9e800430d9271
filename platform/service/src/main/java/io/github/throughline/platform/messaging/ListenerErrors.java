package io.github.throughline.platform.messaging;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** Recoverable: retried for as long as it takes. Poison: after a few tries to the dead letters. Both are logged and counted. */
final class ListenerErrors {

    private static final long FIRST_WAIT_MS = 200;
    private static final long LONGEST_WAIT_MS = 15_000;
    private static final long TRIES = 4;

    private ListenerErrors() {}

    static CommonErrorHandler handler(ConsumerRecordRecoverer recoverer) {
        var handler = new DefaultErrorHandler(recoverer, backOff(TRIES));
        handler.setBackOffFunction((record, error) -> isRecoverable(error) ? backOff(Long.MAX_VALUE) : null);
        handler.addNotRetryableExceptions(UnusableRecord.class);
        return handler;
    }

    /** The database or the broker is away: the same record succeeds later. */
    static boolean isRecoverable(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof TransientDataAccessException
                    || e instanceof DataAccessResourceFailureException
                    || e instanceof CannotCreateTransactionException
                    || e instanceof RecoverableFailure) {
                return true;
            }
        }
        return false;
    }

    private static BackOff backOff(long attempts) {
        var backOff = new ExponentialBackOff(FIRST_WAIT_MS, 2);
        backOff.setMaxInterval(LONGEST_WAIT_MS);
        backOff.setMaxAttempts(attempts);
        return backOff;
    }
}
