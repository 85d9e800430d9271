package io.github.throughline.platform.messaging;

import com.microsoft.kiota.ApiException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** A failure that passes: the same record or row succeeds later. Everything else is poison. */
public interface Recoverable {

    /** PostgreSQL refuses writes: a standby that is not the primary yet, or not any more. */
    String READ_ONLY = "25006";

    /** PostgreSQL's class of limits that a statement exceeds whenever it is tried. */
    String TOO_MUCH = "54";

    /** Whether the failure, or what caused it, passes: the database, the broker or the registry is away, the outbox full. */
    static boolean isRecoverable(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof Recoverable || isOfTheDatabase(e) || isOfTheNetwork(e) || isOfTheRegistry(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheDatabase(Throwable error) {
        return error instanceof TransientDataAccessException
                || error instanceof RecoverableDataAccessException
                || error instanceof CannotCreateTransactionException
                || error instanceof DataAccessResourceFailureException
                        && !sqlState(error).startsWith(TOO_MUCH)
                || sqlState(error).equals(READ_ONLY);
    }

    private static String sqlState(Throwable error) {
        Throwable cause = error instanceof SQLException ? error : error.getCause();
        return cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }

    private static boolean isOfTheNetwork(Throwable error) {
        return error instanceof RetriableException
                || error instanceof SocketException
                || error instanceof SocketTimeoutException
                || error instanceof UnknownHostException
                || error instanceof ClosedChannelException
                || error instanceof TimeoutException
                || error instanceof HttpTimeoutException;
    }

    /** It answers, but not with the schema: overloaded, restarting, behind a proxy without it. Only its "not there" is final. */
    private static boolean isOfTheRegistry(Throwable error) {
        return error instanceof ApiException answer && answer.getResponseStatusCode() != 404;
    }
}
