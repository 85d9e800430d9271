package io.github.throughline.checkin.pause;

import io.github.throughline.checkin.schedule.EpisodePauses;
import io.github.throughline.checkin.schedule.Pause;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pauses as rows. */
@Repository
class JdbcPauses implements Pauses, EpisodePauses {

    private final JdbcClient jdbc;

    JdbcPauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Pause> ofEpisode(UUID episodeId) {
        return standing(episodeId).stream().map(KeptPause::pause).toList();
    }

    @Override
    public List<KeptPause> standing(UUID episodeId) {
        return jdbc.sql("""
                select * from pause where episode_id = :episodeId and withdrawn_by is null order by first_day, id
                """)
                .param("episodeId", episodeId)
                .query((row, n) -> new KeptPause(
                        row.getObject("id", UUID.class),
                        row.getObject("episode_id", UUID.class),
                        new Pause(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        KeptPause.Reason.valueOf(row.getString("reason")),
                        row.getString("set_by")))
                .list();
    }

    @Override
    public void add(KeptPause pause) {
        jdbc.sql("""
                insert into pause (id, episode_id, first_day, last_day, reason, set_by)
                values (:id, :episodeId, :firstDay, :lastDay, :reason, :setBy)
                """)
                .param("id", pause.id())
                .param("episodeId", pause.episodeId())
                .param("firstDay", pause.pause().firstDay())
                .param("lastDay", pause.pause().lastDay())
                .param("reason", pause.reason().name())
                .param("setBy", pause.setBy())
                .update();
    }

    @Override
    public boolean withdraw(UUID episodeId, UUID id, String by) {
        return jdbc.sql("""
                update pause set withdrawn_by = :by
                where id = :id and episode_id = :episodeId and withdrawn_by is null
                """)
                        .param("by", by)
                        .param("id", id)
                        .param("episodeId", episodeId)
                        .update()
                > 0;
    }
}
