package io.github.throughline.platform.outbox;

import io.github.throughline.platform.time.BrokenThread;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the relay on a notification from the database, and by itself every poll interval. Failures are tried again; an
 * error that ends the thread ends the service's life, so that whoever runs it starts it anew.
 */
final class OutboxRelayLoop implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutboxRelayLoop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final OutboxRelay relay;
    private final Duration pollInterval;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Thread thread;

    OutboxRelayLoop(DataSource dataSource, OutboxRelay relay, Duration pollInterval, ApplicationEventPublisher events) {
        this.dataSource = dataSource;
        this.relay = relay;
        this.pollInterval = pollInterval;
        this.events = events;
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform()
                .name("outbox-relay")
                .daemon()
                .uncaughtExceptionHandler((thread, error) -> BrokenThread.tell(thread, error, events))
                .unstarted(this::run);
        thread = started;
        started.start();
    }

    private void run() {
        while (isMine()) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("listen " + JdbcOutbox.CHANNEL);
                relayUntilStopped(connection.unwrap(PGConnection.class));
                statement.execute("unlisten " + JdbcOutbox.CHANNEL);
            } catch (SQLException | RuntimeException e) {
                LOGGER.atWarn().addKeyValue("error", e.getClass().getName()).log("outbox relay interrupted, going on");
                pause();
            }
        }
    }

    private void relayUntilStopped(PGConnection connection) throws SQLException {
        while (isMine()) {
            boolean more = relay.relayOnce();
            if (!more) {
                connection.getNotifications((int) pollInterval.toMillis());
            }
        }
    }

    private boolean isMine() {
        return thread == Thread.currentThread();
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
