package io.github.throughline.plan.progress;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What topics tell of readings and adherence, as rows; of each thing the highest version. */
@Repository
class JdbcProgress {

    private final JdbcClient jdbc;

    JdbcProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param value null: it can not be scored */
    void saveReading(
            UUID readingId, UUID episodeId, int version, String measure, Instant observedAt, @Nullable Double value) {
        jdbc.sql("""
                insert into reading (id, episode_id, version, measure, observed_at, value)
                values (:id, :episode, :version, :measure, :observedAt, :value)
                on conflict (id) do update set version = excluded.version, observed_at = excluded.observed_at,
                    value = excluded.value
                where reading.version < excluded.version
                """)
                .param("id", readingId)
                .param("episode", episodeId)
                .param("version", version)
                .param("measure", measure)
                .param("observedAt", Timestamp.from(observedAt))
                .param("value", value)
                .update();
    }

    List<Reading> readings(UUID episodeId, Instant since) {
        return jdbc.sql("""
                select measure, observed_at, value from reading
                where episode_id = :episode and observed_at >= :since and value is not null order by observed_at, id
                """)
                .param("episode", episodeId)
                .param("since", Timestamp.from(since))
                .query((row, n) -> new Reading(
                        row.getString("measure"),
                        row.getTimestamp("observed_at").toInstant(),
                        row.getDouble("value")))
                .list();
    }

    /** @return whether it is news: no later version of the check-in is known */
    boolean saveCheckin(UUID checkinId, UUID episodeId, UUID planId, int version, List<Adherence.Told> told) {
        int news = jdbc.sql("""
                insert into checkin (id, episode_id, plan_id, version) values (:id, :episode, :plan, :version)
                on conflict (id) do update set version = excluded.version where checkin.version < excluded.version
                """)
                .param("id", checkinId)
                .param("episode", episodeId)
                .param("plan", planId)
                .param("version", version)
                .update();
        if (news > 0) {
            jdbc.sql("delete from adherence where checkin_id = :id")
                    .param("id", checkinId)
                    .update();
            told.forEach(one -> save(checkinId, one));
        }
        return news > 0;
    }

    private void save(UUID checkinId, Adherence.Told told) {
        jdbc.sql("""
                insert into adherence (checkin_id, week, activity, done, planned)
                values (:checkin, :week, :activity, :done, :planned)
                """)
                .param("checkin", checkinId)
                .param("week", told.week())
                .param("activity", told.activity())
                .param("done", told.done())
                .param("planned", told.planned())
                .update();
    }

    Adherence adherence(UUID planId) {
        return new Adherence(jdbc.sql("""
                select a.week, a.activity, a.done, a.planned from adherence a join checkin c on c.id = a.checkin_id
                where c.plan_id = :plan order by a.week desc, a.activity
                """)
                .param("plan", planId)
                .query((row, n) -> new Adherence.Told(
                        row.getInt("week"), row.getString("activity"), row.getInt("done"), row.getInt("planned")))
                .list());
    }

    void erase(UUID episodeId) {
        jdbc.sql("delete from reading where episode_id = :episode")
                .param("episode", episodeId)
                .update();
        jdbc.sql("delete from checkin where episode_id = :episode")
                .param("episode", episodeId)
                .update();
    }
}
