package io.github.throughline.plan.careplan;

import io.github.throughline.plan.careplan.PlanVersion.Signed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed versions across plans. */
@Repository
class JdbcSignedVersions {

    private final JdbcClient jdbc;
    private final JdbcCarePlans rows;

    JdbcSignedVersions(JdbcClient jdbc, JdbcCarePlans rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Those of the episodes, by plan and number.
     *
     * @param plan of this plan alone; null: of all
     */
    List<SignedVersion> of(Set<UUID> episodes, @Nullable CarePlanId plan) {
        if (episodes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select v.*, p.patient_id, p.episode_id, coalesce(m.recorded_at, v.since) as recorded_at
                from plan_version v join care_plan p on p.id = v.plan_id
                left join plan_movement m on m.plan_id = v.plan_id and m.number = v.number and m.change = v.changes
                where p.episode_id in (:episodes) and v.state <> 'DRAFT'
                  and (cast(:plan as uuid) is null or v.plan_id = :plan)
                order by v.plan_id, v.number
                """)
                .param("episodes", episodes)
                .param("plan", plan == null ? null : plan.value())
                .query(this::read)
                .list();
    }

    private SignedVersion read(ResultSet row, int n) throws SQLException {
        return new SignedVersion(
                new CarePlanId(row.getObject("plan_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new EpisodeId(row.getObject("episode_id", UUID.class)),
                (Signed) rows.version(row, n),
                row.getTimestamp("recorded_at").toInstant());
    }
}
