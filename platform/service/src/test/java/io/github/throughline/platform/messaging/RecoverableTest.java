package io.github.throughline.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.kafka.support.serializer.DeserializationException;

class RecoverableTest {

    static Stream<Throwable> passing() {
        return Stream.of(
                new CannotAcquireLockException("locked"),
                new RecoverableFailure("not known yet"),
                new UncategorizedSQLException("save", null, new SQLException("a standby", "25006")),
                new SocketTimeoutException("no answer"),
                undecoded(new IllegalStateException(new ConnectException("registry away"))));
    }

    static Stream<Throwable> poison() {
        return Stream.of(
                new DataIntegrityViolationException("refused"),
                new IllegalArgumentException("no such value"),
                new DataAccessResourceFailureException("too much", new SQLException("too many columns", "54011")),
                undecoded(new IllegalStateException("not Avro")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsTriedAgain(Throwable error) {
        assertThat(Recoverable.isRecoverable(new IllegalStateException(error))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("poison")
    void whatDoesNotPassIsNot(Throwable error) {
        assertThat(Recoverable.isRecoverable(new IllegalStateException(error))).isFalse();
    }

    private static DeserializationException undecoded(Exception cause) {
        return new DeserializationException("undecoded", new byte[0], false, cause);
    }
}
