package io.github.throughline.checkin.outage;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for all instances. */
@Repository
class JdbcHeartbeats implements Heartbeats {

    private final JdbcClient jdbc;

    JdbcHeartbeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Beat> lastForUpdate() {
        return jdbc.sql("select machine_at, care_at from heartbeat for update")
                .query((row, n) -> new Beat(
                        row.getTimestamp("machine_at").toInstant(),
                        row.getTimestamp("care_at").toInstant()))
                .optional();
    }

    @Override
    public void save(Beat beat) {
        jdbc.sql("""
                insert into heartbeat (machine_at, care_at) values (:machineAt, :careAt)
                on conflict (only_one) do update
                set machine_at = greatest(heartbeat.machine_at, excluded.machine_at), care_at = excluded.care_at
                """)
                .param("machineAt", Timestamp.from(beat.machineTime()))
                .param("careAt", Timestamp.from(beat.careTime()))
                .update();
    }
}
