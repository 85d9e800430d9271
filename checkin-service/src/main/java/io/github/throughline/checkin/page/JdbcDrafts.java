package io.github.throughline.checkin.page;

import io.github.throughline.checkin.checkin.CheckinId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts as rows, which go with their episode. */
@Repository
class JdbcDrafts implements Drafts {

    private final JdbcClient jdbc;

    JdbcDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> find(CheckinId checkin, String holder) {
        return jdbc.sql("select content from page_draft where checkin_id = :checkin and holder = :holder")
                .param("checkin", checkin.value())
                .param("holder", holder)
                .query(String.class)
                .optional();
    }

    @Override
    public void save(UUID episodeId, CheckinId checkin, String holder, String content) {
        jdbc.sql("""
                insert into page_draft (checkin_id, holder, episode_id, content)
                values (:checkin, :holder, :episode, :content)
                on conflict (checkin_id, holder) do update set content = excluded.content
                """)
                .param("checkin", checkin.value())
                .param("holder", holder)
                .param("episode", episodeId)
                .param("content", content)
                .update();
    }

    @Override
    public void submitted(UUID episodeId, CheckinId checkin, UUID key, boolean safety) {
        jdbc.sql("delete from page_draft where checkin_id = :checkin")
                .param("checkin", checkin.value())
                .update();
        jdbc.sql("""
                insert into page_submission (key, checkin_id, episode_id, safety)
                values (:key, :checkin, :episode, :safety)
                """)
                .param("key", key)
                .param("checkin", checkin.value())
                .param("episode", episodeId)
                .param("safety", safety)
                .update();
    }

    @Override
    public Optional<Boolean> submitted(CheckinId checkin, UUID key) {
        return jdbc.sql("select safety from page_submission where key = :key and checkin_id = :checkin")
                .param("key", key)
                .param("checkin", checkin.value())
                .query(Boolean.class)
                .optional();
    }
}
