package io.github.throughline.notification.erasure;

import io.github.throughline.platform.episode.EpisodeChange;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Topics are read side by side: a reading can come after the erasure that it preceded. */
@Repository
class JdbcErasedEpisodes implements ErasedEpisodes {

    private final JdbcClient jdbc;

    JdbcErasedEpisodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean contains(UUID episodeId) {
        lock("pg_advisory_xact_lock_shared", episodeId);
        return jdbc.sql("select exists (select 1 from erased_episode where id = :id)")
                .param("id", episodeId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close(UUID episodeId) {
        lock("pg_advisory_xact_lock", episodeId);
    }

    private void lock(String kind, UUID episodeId) {
        jdbc.sql("select " + kind + "(hashtextextended(:id, 0))")
                .param("id", episodeId.toString())
                .query()
                .listOfRows();
    }

    /** Before each feature deletes its rows: what somebody is writing at this moment is there by then. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(EpisodeChange.Erased erased) {
        close(erased.episodeId());
        jdbc.sql("insert into erased_episode (id) values (:id) on conflict do nothing")
                .param("id", erased.episodeId())
                .update();
    }
}
