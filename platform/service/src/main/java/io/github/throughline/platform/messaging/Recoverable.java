package io.github.throughline.platform.messaging;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** A failure that passes: the same record or row succeeds later. Everything else is poison. */
public interface Recoverable {

    /** Whether the failure, or what caused it, passes: the database, the broker or the registry is away, the outbox full. */
    static boolean isRecoverable(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof Recoverable || isOfTheDatabase(e) || isOfTheNetwork(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheDatabase(Throwable error) {
        return error instanceof TransientDataAccessException
                || error instanceof DataAccessResourceFailureException
                || error instanceof CannotCreateTransactionException;
    }

    private static boolean isOfTheNetwork(Throwable error) {
        return error instanceof RetriableException
                || error instanceof SocketException
                || error instanceof UnknownHostException
                || error instanceof ClosedChannelException
                || error instanceof TimeoutException
                || error instanceof HttpTimeoutException;
    }
}
