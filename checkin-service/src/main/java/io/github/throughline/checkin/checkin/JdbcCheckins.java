package io.github.throughline.checkin.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Check-ins as rows. */
@Repository
class JdbcCheckins implements Checkins {

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Instant>> INSTANTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcCheckins(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<Checkin> ofEpisode(UUID episodeId) {
        return jdbc.sql("select * from checkin where episode_id = :episodeId order by opens_at")
                .param("episodeId", episodeId)
                .query(this::read)
                .list();
    }

    @Override
    public List<Checkin> unsettled(UUID episodeId, Instant since, @Nullable CheckinId named) {
        return jdbc.sql("""
                select * from checkin where episode_id = :episodeId
                    and (state in ('OPENED', 'REPORT_DUE') or ends_at > :since or id = :named) order by opens_at
                """)
                .param("episodeId", episodeId)
                .param("since", Timestamp.from(since))
                .param("named", named == null ? new UUID(0, 0) : named.value())
                .query(this::read)
                .list();
    }

    @Override
    public void save(UUID episodeId, Collection<Checkin> changed) {
        changed.forEach(checkin -> save(episodeId, checkin));
    }

    private void save(UUID episodeId, Checkin checkin) {
        jdbc.sql("""
                insert into checkin (id, episode_id, plan_id, plan_version, week, opens_at, ends_at, grace_seconds, grace_ends_at,
                    measures, answered, state, reminders, version)
                values (:id, :episodeId, :planId, :planVersion, :week, :opensAt, :endsAt, :graceSeconds, :graceEndsAt,
                    :measures::jsonb, :answered::jsonb, :state, :reminders, :version)
                on conflict (id) do update set plan_version = excluded.plan_version,
                    grace_ends_at = excluded.grace_ends_at, measures = excluded.measures,
                    answered = excluded.answered, state = excluded.state, reminders = excluded.reminders,
                    version = excluded.version
                """)
                .param("id", checkin.id().value())
                .param("episodeId", episodeId)
                .param("planId", checkin.week().planId())
                .param("planVersion", checkin.week().planVersion())
                .param("week", checkin.week().number())
                .param("opensAt", Timestamp.from(checkin.window().opensAt()))
                .param("endsAt", Timestamp.from(checkin.window().endsAt()))
                .param("graceSeconds", checkin.window().grace().toSeconds())
                .param("graceEndsAt", Timestamp.from(checkin.window().graceEndsAt()))
                .param("measures", json.writeValueAsString(checkin.measures()))
                .param("answered", json.writeValueAsString(checkin.answered()))
                .param("state", checkin.state().name())
                .param("reminders", checkin.reminders())
                .param("version", checkin.version())
                .update();
    }

    private Checkin read(ResultSet row, int n) throws SQLException {
        return new Checkin(
                new PlanWeek(row.getObject("plan_id", UUID.class), row.getInt("plan_version"), row.getInt("week")),
                new Window(
                        row.getTimestamp("opens_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        Duration.ofSeconds(row.getLong("grace_seconds")),
                        row.getTimestamp("grace_ends_at").toInstant()),
                json.readValue(row.getString("measures"), NAMES),
                json.readValue(row.getString("answered"), INSTANTS),
                CheckinState.valueOf(row.getString("state")),
                row.getInt("reminders"),
                row.getInt("version"));
    }
}
