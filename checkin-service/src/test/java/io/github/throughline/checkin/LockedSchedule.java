package io.github.throughline.checkin;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.awaitility.Awaitility;

/** Whoever takes in something of the course's episode waits until this is closed. */
final class LockedSchedule implements AutoCloseable {

    private final RunningService service;
    private final Connection connection;

    private LockedSchedule(RunningService service, Connection connection) {
        this.service = service;
        this.connection = connection;
    }

    /** @param course one whose check-in is open */
    static LockedSchedule of(Course course, RunningService service) throws SQLException {
        Connection connection = service.home().connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select * from schedule where episode_id = '%s' for update".formatted(course.episodeId));
        }
        return new LockedSchedule(service, connection);
    }

    /** Waits until somebody waits. */
    LockedSchedule awaitWaiting() {
        Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(() -> service.count(
                                "pg_stat_activity",
                                "datname = current_database() and wait_event_type = 'Lock' and query like '%schedule%'")
                        > 0);
        return this;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
