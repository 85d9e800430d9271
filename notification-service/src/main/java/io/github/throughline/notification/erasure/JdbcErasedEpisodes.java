package io.github.throughline.notification.erasure;

import io.github.throughline.platform.episode.EpisodeChange;
import java.util.UUID;
import org.springframework.context.event.EventListener;
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
        return jdbc.sql("select exists (select 1 from erased_episode where id = :id)")
                .param("id", episodeId)
                .query(Boolean.class)
                .single();
    }

    @EventListener
    void on(EpisodeChange.Erased erased) {
        jdbc.sql("insert into erased_episode (id) values (:id) on conflict do nothing")
                .param("id", erased.episodeId())
                .update();
    }
}
