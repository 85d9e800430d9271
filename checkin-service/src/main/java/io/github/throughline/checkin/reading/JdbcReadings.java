package io.github.throughline.checkin.reading;

import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.schedule.UnscheduledReadings;
import io.github.throughline.measures.SafetyAnswer;
import io.github.throughline.platform.messaging.RecoverableFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Readings as rows, with the answers that they were scored from. */
@Repository
public class JdbcReadings implements Readings, UnscheduledReadings, SubmittedReadings {

    private static final TypeReference<List<SafetyAnswer>> SAFETY_ANSWERS = new TypeReference<>() {};

    private static final TypeReference<Map<String, Integer>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcReadings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Reading> find(ReadingId id) {
        return jdbc.sql("select * from reading where id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    @Override
    public void save(Reading reading) {
        if (upsert(reading) == 0) {
            throw new RecoverableFailure("another record took the reading's id at the same moment");
        }
    }

    private int upsert(Reading reading) {
        Origin origin = reading.origin();
        CheckinId checkin = origin.checkin();
        return jdbc.sql("""
                insert into reading (id, episode_id, source, partner, giver, record_id, checkin_id, measure, observed_at,
                    measure_version, value, unscored_reason, safety_answers, answers, version, fingerprint)
                values (:id, :episodeId, :source, :partner, :giver, :recordId, :checkinId, :measure, :observedAt,
                    :measureVersion, :value, :unscoredReason, :safetyAnswers::jsonb, :answers::jsonb, :version, :fingerprint)
                on conflict (id) do update set observed_at = excluded.observed_at,
                    measure_version = excluded.measure_version, value = excluded.value,
                    unscored_reason = excluded.unscored_reason, safety_answers = excluded.safety_answers,
                    answers = excluded.answers, version = excluded.version, fingerprint = excluded.fingerprint,
                    updated_at = excluded.updated_at
                where reading.episode_id = excluded.episode_id and reading.version < excluded.version
                """)
                .param("id", reading.id().value())
                .param("episodeId", reading.episodeId())
                .param("source", origin.source().name())
                .param("partner", origin.partner())
                .param("giver", origin.giver())
                .param("recordId", origin.recordId())
                .param("checkinId", checkin == null ? null : checkin.value())
                .param("measure", reading.result().measure())
                .param("observedAt", Timestamp.from(reading.observedAt()))
                .param("measureVersion", reading.result().measureVersion())
                .param("value", reading.result().value())
                .param("unscoredReason", reading.result().unscoredReason())
                .param("safetyAnswers", json.writeValueAsString(reading.result().safetyAnswers()))
                .param("answers", json.writeValueAsString(reading.result().answers()))
                .param("version", reading.revision().version())
                .param("fingerprint", reading.revision().fingerprint())
                .update();
    }

    @Override
    public Map<String, Instant> observed(UUID episodeId, Instant from, Instant to) {
        var observed = new HashMap<String, Instant>();
        jdbc.sql("""
                select measure, max(observed_at) as observed_at from reading
                where episode_id = :episodeId and checkin_id is null and observed_at >= :from and observed_at < :to
                group by measure
                """)
                .param("episodeId", episodeId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(row -> {
                    observed.put(
                            row.getString("measure"),
                            row.getTimestamp("observed_at").toInstant());
                });
        return observed;
    }

    @Override
    public List<Reading> of(CheckinId checkin) {
        return jdbc.sql("select * from reading where checkin_id = :checkin order by measure")
                .param("checkin", checkin.value())
                .query(this::read)
                .list();
    }

    @Override
    public List<Replaced> replaced(CheckinId checkin) {
        return jdbc.sql("""
                select replaced.*, reading.measure from replaced_reading replaced
                join reading on reading.id = replaced.reading_id
                where reading.checkin_id = :checkin order by replaced_at, version
                """)
                .param("checkin", checkin.value())
                .query((row, n) -> new Replaced(
                        new ReadingId(row.getObject("reading_id", UUID.class)),
                        row.getInt("version"),
                        result(row),
                        row.getTimestamp("replaced_at").toInstant()))
                .list();
    }

    /** A row of the table reading. */
    public Reading read(ResultSet row, int n) throws SQLException {
        UUID checkin = row.getObject("checkin_id", UUID.class);
        var origin = new Origin(
                Origin.Source.valueOf(row.getString("source")),
                row.getString("partner"),
                row.getString("giver"),
                row.getString("record_id"),
                checkin == null ? null : new CheckinId(checkin));
        return new Reading(
                new ReadingId(row.getObject("id", UUID.class)),
                row.getObject("episode_id", UUID.class),
                origin,
                row.getTimestamp("observed_at").toInstant(),
                result(row),
                new Reading.Revision(row.getInt("version"), row.getString("fingerprint")));
    }

    private Reading.Result result(ResultSet row) throws SQLException {
        return new Reading.Result(
                row.getString("measure"),
                row.getString("measure_version"),
                row.getObject("value", Double.class),
                row.getString("unscored_reason"),
                json.readValue(row.getString("safety_answers"), SAFETY_ANSWERS),
                json.readValue(row.getString("answers"), ANSWERS));
    }
}
