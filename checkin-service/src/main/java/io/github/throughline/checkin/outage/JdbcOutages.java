package io.github.throughline.checkin.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Outages as rows. */
@Repository
class JdbcOutages implements Outages {

    private final JdbcClient jdbc;

    JdbcOutages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Outage> all() {
        return jdbc.sql("select * from outage where withdrawn_by is null order by starts_at desc limit 1000")
                .query(JdbcOutages::read)
                .list();
    }

    @Override
    public Downtime endingAfter(Instant instant) {
        return Downtime.of(jdbc.sql("select * from outage where ends_at > :instant and withdrawn_by is null")
                .param("instant", Timestamp.from(instant))
                .query(JdbcOutages::read)
                .list());
    }

    @Override
    public void save(Outage outage) {
        jdbc.sql("""
                insert into outage (id, starts_at, ends_at, cause, declared_by)
                values (:id, :startsAt, :endsAt, :cause, :declaredBy)
                """)
                .param("id", outage.id())
                .param("startsAt", Timestamp.from(outage.startsAt()))
                .param("endsAt", Timestamp.from(outage.endsAt()))
                .param("cause", outage.cause().name())
                .param("declaredBy", outage.declaredBy())
                .update();
    }

    @Override
    public boolean withdraw(UUID id, String withdrawnBy) {
        return jdbc.sql("update outage set withdrawn_by = :withdrawnBy where id = :id and withdrawn_by is null")
                        .param("withdrawnBy", withdrawnBy)
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Outage read(ResultSet row, int n) throws SQLException {
        return new Outage(
                row.getObject("id", UUID.class),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                Outage.Cause.valueOf(row.getString("cause")),
                row.getString("declared_by"));
    }
}
