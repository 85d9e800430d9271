package io.github.throughline.checkin.fhir;

import io.github.throughline.checkin.reading.JdbcReadings;
import io.github.throughline.platform.fhir.FhirCursor;
import io.github.throughline.platform.fhir.FhirPeriod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Readings of the episodes that a caller may see, in the order in which they changed. */
@Repository
class JdbcRecordedReadings {

    /**
     * What is looked for.
     *
     * @param measures ids; null: of every measure
     * @param recordId the source's own id; null: whatever it is
     * @param answered whether only those that came from answers are, not those that are a total alone
     */
    record Wanted(
            @Nullable Set<String> measures,
            @Nullable String recordId,
            boolean answered,
            FhirPeriod observed,
            FhirPeriod changed) {}

    private final JdbcClient jdbc;
    private final JdbcReadings rows;

    JdbcRecordedReadings(JdbcClient jdbc, JdbcReadings rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** @param episodes those that the caller may see */
    Optional<Recorded> find(UUID id, Set<UUID> episodes) {
        if (episodes.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select r.*, s.patient_id from reading r join schedule s on s.episode_id = r.episode_id
                where r.id = :id and r.episode_id in (:episodes)
                """)
                .param("id", id)
                .param("episodes", episodes)
                .query(this::read)
                .optional();
    }

    /**
     * @param episodes those that the caller may see
     * @param after where to go on, exclusive
     */
    List<Recorded> search(Wanted wanted, Set<UUID> episodes, FhirCursor after, int most) {
        Set<String> measures = wanted.measures();
        if (episodes.isEmpty() || (measures != null && measures.isEmpty())) {
            return List.of();
        }
        return jdbc.sql("""
                select r.*, s.patient_id from reading r join schedule s on s.episode_id = r.episode_id
                where r.episode_id in (:episodes) and (:everyMeasure or r.measure in (:measures))
                  and (cast(:recordId as text) is null or r.record_id = :recordId)
                  and (not :answered or r.answers <> '{}' or r.value is null)
                  and r.observed_at >= :observedFrom and r.observed_at < :observedUntil
                  and r.updated_at >= :changedFrom and r.updated_at < :changedUntil
                  and (r.updated_at, r.id::text collate "C") > (:afterTime, :afterId)
                order by r.updated_at, r.id::text collate "C" limit :most
                """)
                .param("episodes", episodes)
                .param("everyMeasure", measures == null)
                .param("measures", measures == null ? Set.of("") : measures)
                .param("recordId", wanted.recordId())
                .param("answered", wanted.answered())
                .param("observedFrom", Timestamp.from(wanted.observed().from()))
                .param("observedUntil", Timestamp.from(wanted.observed().until()))
                .param("changedFrom", Timestamp.from(wanted.changed().from()))
                .param("changedUntil", Timestamp.from(wanted.changed().until()))
                .param("afterTime", Timestamp.from(after.changedAt()))
                .param("afterId", after.id())
                .param("most", most)
                .query(this::read)
                .list();
    }

    private Recorded read(ResultSet row, int n) throws SQLException {
        return new Recorded(
                rows.read(row, n),
                row.getObject("patient_id", UUID.class),
                row.getTimestamp("updated_at").toInstant());
    }
}
