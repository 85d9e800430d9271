package io.github.throughline.checkin.checkin;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reports as rows, one for each version. */
@Repository
class JdbcReports implements Reports {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcReports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<KeptReport> of(CheckinId checkin) {
        return jdbc.sql("select * from checkin_report where checkin_id = :checkin order by version")
                .param("checkin", checkin.value())
                .query((row, n) -> new KeptReport(
                        new CheckinId(row.getObject("checkin_id", UUID.class)),
                        row.getInt("version"),
                        row.getTimestamp("answered_at").toInstant(),
                        json.readValue(row.getString("report"), Report.class),
                        row.getString("told_by"),
                        row.getString("reason"),
                        row.getTimestamp("told_at").toInstant()))
                .list();
    }

    @Override
    public void add(KeptReport kept) {
        jdbc.sql("""
                insert into checkin_report (checkin_id, version, answered_at, report, told_by, reason, told_at)
                values (:checkin, :version, :answeredAt, :report::jsonb, :by, :reason, :toldAt)
                """)
                .param("checkin", kept.checkin().value())
                .param("version", kept.version())
                .param("answeredAt", Timestamp.from(kept.answeredAt()))
                .param("report", json.writeValueAsString(kept.report()))
                .param("by", kept.by())
                .param("reason", kept.reason())
                .param("toldAt", Timestamp.from(kept.toldAt()))
                .update();
    }
}
