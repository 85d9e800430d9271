package io.github.throughline.checkin.plan;

import io.github.throughline.signedplan.PlanJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was signed, byte by byte, beside where the version stands. */
@Repository
class JdbcPlanVersions implements PlanVersions {

    private final JdbcClient jdbc;

    JdbcPlanVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PlanTimeline ofEpisode(UUID episodeId) {
        return new PlanTimeline(jdbc.sql("select * from plan_version where episode_id = :episodeId")
                .param("episodeId", episodeId)
                .query(JdbcPlanVersions::read)
                .list());
    }

    @Override
    public void save(PlanVersion version, byte[] signed) {
        jdbc.sql("""
                insert into plan_version (plan_id, plan_version, episode_id, change, state, since, content)
                values (:planId, :number, :episodeId, :change, :state, :since, :content)
                on conflict (plan_id, plan_version) do update
                set change = excluded.change, state = excluded.state, since = excluded.since
                """)
                .param("planId", version.planId())
                .param("number", version.number())
                .param("episodeId", version.content().episodeId())
                .param("change", version.change())
                .param("state", version.state().name())
                .param("since", Timestamp.from(version.since()))
                .param("content", signed)
                .update();
    }

    private static PlanVersion read(ResultSet row, int n) throws SQLException {
        return new PlanVersion(
                PlanJson.read(row.getBytes("content")),
                PlanVersion.State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getInt("change"));
    }
}
