package io.github.throughline.notification.trend;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Readings, verdicts and check-ins as rows; an older event changes nothing. */
@Repository
class JdbcTrends implements Trends {

    /** What an event says of itself. */
    record Told(UUID id, UUID episodeId, int version) {}

    private final JdbcClient jdbc;

    JdbcTrends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Reading> readings(UUID episodeId, String measure) {
        return jdbc.sql("""
                select id, observed_at, value, source from reading
                where episode_id = :episodeId and measure = :measure order by observed_at, id
                """)
                .param("episodeId", episodeId)
                .param("measure", measure)
                .query((row, n) -> new Reading(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("observed_at").toInstant(),
                        row.getObject("value", Double.class),
                        row.getString("source")))
                .list();
    }

    @Override
    public Optional<Verdict> verdict(UUID episodeId, String measure) {
        return jdbc.sql("select verdict, since from verdict where episode_id = :episodeId and measure = :measure")
                .param("episodeId", episodeId)
                .param("measure", measure)
                .query((row, n) -> new Verdict(
                        row.getString("verdict"), row.getTimestamp("since").toInstant()))
                .optional();
    }

    @Override
    public List<Integer> weeks(Collection<UUID> checkinIds) {
        return checkinIds.isEmpty()
                ? List.of()
                : jdbc.sql("select week from checkin where id in (:ids) order by week")
                        .param("ids", checkinIds)
                        .query(Integer.class)
                        .list();
    }

    void saveReading(Told told, String measure, Reading reading) {
        jdbc.sql("""
                insert into reading (id, episode_id, version, measure, observed_at, value, source)
                values (:id, :episodeId, :version, :measure, :observedAt, :value, :source)
                on conflict (id) do update set version = excluded.version, observed_at = excluded.observed_at,
                    value = excluded.value, source = excluded.source
                where reading.version < excluded.version
                """)
                .param("id", told.id())
                .param("episodeId", told.episodeId())
                .param("version", told.version())
                .param("measure", measure)
                .param("observedAt", Timestamp.from(reading.observedAt()))
                .param("value", reading.value())
                .param("source", reading.source())
                .update();
    }

    void saveVerdict(UUID episodeId, String measure, int version, String verdict, Instant since) {
        jdbc.sql("""
                insert into verdict (episode_id, measure, version, verdict, since)
                values (:episodeId, :measure, :version, :verdict, :since)
                on conflict (episode_id, measure) do update set version = excluded.version,
                    verdict = excluded.verdict, since = excluded.since
                where verdict.version < excluded.version
                """)
                .param("episodeId", episodeId)
                .param("measure", measure)
                .param("version", version)
                .param("verdict", verdict)
                .param("since", Timestamp.from(since))
                .update();
    }

    void saveCheckin(UUID checkinId, UUID episodeId, int week) {
        jdbc.sql("insert into checkin (id, episode_id, week) values (:id, :episodeId, :week) on conflict do nothing")
                .param("id", checkinId)
                .param("episodeId", episodeId)
                .param("week", week)
                .update();
    }

    void erase(UUID episodeId) {
        for (String table : List.of("reading", "verdict", "checkin")) {
            jdbc.sql("delete from " + table + " where episode_id = :id")
                    .param("id", episodeId)
                    .update();
        }
    }
}
