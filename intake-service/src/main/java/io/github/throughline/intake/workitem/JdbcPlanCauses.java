package io.github.throughline.intake.workitem;

import io.github.throughline.intake.episode.EpisodeId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Causes as rows, which go with their episode. */
@Repository
class JdbcPlanCauses implements PlanCauses {

    private final JdbcClient jdbc;

    JdbcPlanCauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> of(UUID planId) {
        return jdbc.sql("select cause_id from plan_cause where plan_id = :plan order by cause_id")
                .param("plan", planId)
                .query(UUID.class)
                .list();
    }

    @Override
    public void add(EpisodeId episodeId, UUID planId, UUID causeId) {
        jdbc.sql("""
                insert into plan_cause (plan_id, cause_id, episode_id) values (:plan, :cause, :episode)
                on conflict do nothing
                """)
                .param("plan", planId)
                .param("cause", causeId)
                .param("episode", episodeId.value())
                .update();
    }

    @Override
    public void remove(UUID planId, UUID causeId) {
        jdbc.sql("delete from plan_cause where plan_id = :plan and cause_id = :cause")
                .param("plan", planId)
                .param("cause", causeId)
                .update();
    }
}
