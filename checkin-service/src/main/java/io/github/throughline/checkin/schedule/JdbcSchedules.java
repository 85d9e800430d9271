package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.outage.Outage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row an episode. */
@Repository
class JdbcSchedules implements Schedules {

    private static final String NOT_HELD = "(held_until is null or held_until < clock_timestamp())";

    private final JdbcClient jdbc;

    JdbcSchedules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void create(UUID episodeId, UUID patientId) {
        jdbc.sql("""
                insert into schedule (episode_id, patient_id)
                values (:episodeId, :patientId)
                on conflict do nothing
                """)
                .param("episodeId", episodeId)
                .param("patientId", patientId)
                .update();
    }

    @Override
    public Optional<Held> lock(UUID episodeId) {
        return jdbc.sql("select * from schedule where episode_id = :episodeId for update")
                .param("episodeId", episodeId)
                .query(JdbcSchedules::read)
                .optional();
    }

    private static Held read(ResultSet row, int n) throws SQLException {
        Timestamp runningSince = row.getTimestamp("running_since");
        return new Held(
                row.getObject("patient_id", UUID.class),
                new Position(
                        row.getObject("plan_id", UUID.class),
                        row.getInt("plan_version"),
                        row.getInt("next_week"),
                        runningSince == null ? null : runningSince.toInstant()));
    }

    @Override
    public void save(UUID episodeId, Position position, Optional<Instant> dueAt, Optional<Instant> missedAt) {
        jdbc.sql("""
                update schedule set plan_id = :planId, plan_version = :planVersion, next_week = :nextWeek,
                    running_since = :runningSince, due_at = :dueAt, missed_at = :missedAt
                where episode_id = :episodeId
                """)
                .param("episodeId", episodeId)
                .param("planId", position.planId())
                .param("planVersion", position.planVersion())
                .param("nextWeek", position.nextWeek())
                .param("runningSince", timestamp(position.runningSince()))
                .param("dueAt", timestamp(dueAt.orElse(null)))
                .param("missedAt", timestamp(missedAt.orElse(null)))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    @Override
    public void erase(UUID episodeId) {
        jdbc.sql("delete from schedule where episode_id = :episodeId")
                .param("episodeId", episodeId)
                .update();
    }

    @Override
    public List<UUID> takeDue(Instant careNow, Instant missedUpTo, int limit) {
        return jdbc.sql("select episode_id from schedule where (due_at <= :now or missed_at <= :missedUpTo) and "
                        + NOT_HELD + " order by least(due_at, missed_at) limit :limit for update skip locked")
                .param("now", Timestamp.from(careNow))
                .param("missedUpTo", Timestamp.from(missedUpTo))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public long countDue(Instant careNow) {
        return jdbc.sql("select count(*) from schedule where due_at <= :now or missed_at <= :now")
                .param("now", Timestamp.from(careNow))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean isAnyDue(Instant careNow) {
        return jdbc.sql("select exists (select 1 from schedule where due_at <= :now or missed_at <= :now)")
                .param("now", Timestamp.from(careNow))
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isAnyMissed(Instant after, Instant until) {
        return jdbc.sql("select exists (select 1 from schedule where missed_at > :after and missed_at <= :until)")
                .param("after", Timestamp.from(after))
                .param("until", Timestamp.from(until))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void hold(UUID episodeId) {
        jdbc.sql("""
                update schedule set held_until = clock_timestamp() + interval '1 minute'
                where episode_id = :episodeId
                """).param("episodeId", episodeId).update();
    }

    @Override
    public void reconsider(Outage outage, Instant careNow) {
        jdbc.sql("""
                update schedule set due_at = least(due_at, :now) where running_since is not null and episode_id in (
                    select episode_id from checkin where state = 'MISSED'
                        and grace_ends_at > :startsAt and opens_at < :endsAt)
                """)
                .param("now", Timestamp.from(careNow))
                .param("startsAt", Timestamp.from(outage.startsAt()))
                .param("endsAt", Timestamp.from(outage.endsAt()))
                .update();
    }
}
