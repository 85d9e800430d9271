package io.github.throughline.checkin.page;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Challenges as rows, which go with their episode. */
@Repository
class JdbcTrendCodes {

    private final JdbcClient jdbc;

    JdbcTrendCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else asks in the episode until the transaction ends. @return its patient */
    UUID lock(UUID episodeId) {
        return jdbc.sql("select patient_id from schedule where episode_id = :episode for update")
                .param("episode", episodeId)
                .query(UUID.class)
                .single();
    }

    int since(UUID episodeId, String holder, Instant since) {
        return jdbc.sql("""
                select count(*) from trend_challenge
                where episode_id = :episode and holder = :holder and asked_at > :since
                """)
                .param("episode", episodeId)
                .param("holder", holder)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void add(UUID id, UUID episodeId, String holder, Instant at) {
        jdbc.sql("insert into trend_challenge (id, episode_id, holder, asked_at) values (:id, :episode, :holder, :at)")
                .param("id", id)
                .param("episode", episodeId)
                .param("holder", holder)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Counts a try. @return whether the challenge may still be answered */
    boolean tried(UUID id, UUID episodeId, String holder, Instant since, int most) {
        return jdbc.sql("""
                update trend_challenge set tries = tries + 1
                where id = :id and episode_id = :episode and holder = :holder
                    and asked_at > :since and tries < :most and not used
                """)
                        .param("id", id)
                        .param("episode", episodeId)
                        .param("holder", holder)
                        .param("since", Timestamp.from(since))
                        .param("most", most)
                        .update()
                > 0;
    }

    void used(UUID id) {
        jdbc.sql("update trend_challenge set used = true where id = :id")
                .param("id", id)
                .update();
    }
}
