package io.github.throughline.intake.episode;

import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.CareRelations;
import io.github.throughline.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Episodes and who is related to them, in their own tables; care team and consents by {@link JdbcCareCircles}. */
@Repository
class JdbcEpisodes implements Episodes, CareRelations {

    private final JdbcClient jdbc;
    private final JdbcCareCircles circles;

    JdbcEpisodes(JdbcClient jdbc, JdbcCareCircles circles) {
        this.jdbc = jdbc;
        this.circles = circles;
    }

    /** The patient, the coordinator, the care team, and who registered the episode. */
    @Override
    public boolean related(Caller caller, UUID episodeId) {
        return jdbc.sql("""
                select exists (select 1 from care_episode e where e.id = :id
                    and ((:patient and e.patient_id::text = :subject) or e.coordinator = :subject
                    or e.registered_by = :subject
                    or exists (select 1 from care_team_member m where m.episode_id = e.id and m.reference = :subject)))
                """)
                .param("id", episodeId)
                .param("subject", caller.subject())
                .param("patient", caller.is(Role.PATIENT))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(Episode episode, String registeredBy) {
        jdbc.sql("""
                insert into care_episode (id, patient_id, program, time_zone, coordinator, status, version,
                    registered_by, opened_at, changed_at)
                values (:id, :patient, :program, :timeZone, :coordinator, :status, :version,
                    :registeredBy, :at, :at)
                """)
                .param("id", episode.id().value())
                .param("patient", episode.patientId().value())
                .param("program", episode.program())
                .param("timeZone", episode.timeZone().getId())
                .param("coordinator", episode.coordinator())
                .param("status", episode.status().name())
                .param("version", episode.version())
                .param("registeredBy", registeredBy)
                .param("at", Timestamp.from(episode.changedAt()))
                .update();
        circles.replace(episode);
    }

    @Override
    public void replace(Episode episode) {
        jdbc.sql("""
                update care_episode set time_zone = :timeZone, coordinator = :coordinator, status = :status,
                    version = :version, changed_at = :at
                where id = :id
                """)
                .param("id", episode.id().value())
                .param("timeZone", episode.timeZone().getId())
                .param("coordinator", episode.coordinator())
                .param("status", episode.status().name())
                .param("version", episode.version())
                .param("at", Timestamp.from(episode.changedAt()))
                .update();
        circles.replace(episode);
    }

    @Override
    public void closedFor(EpisodeId id, Episode.ClosedFor reason) {
        jdbc.sql("update care_episode set closed_for = :reason where id = :id")
                .param("reason", reason.name())
                .param("id", id.value())
                .update();
    }

    @Override
    public Optional<Episode> find(EpisodeId id) {
        return jdbc.sql("select * from care_episode where id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    @Override
    public boolean isRegisteredBy(EpisodeId id, String subject) {
        return jdbc.sql("select exists (select 1 from care_episode where id = :id and registered_by = :subject)")
                .param("id", id.value())
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isCoordinatorOf(String subject, PatientId patient) {
        return jdbc.sql("""
                select exists (select 1 from care_episode
                    where patient_id = :patient and coordinator = :subject and status = 'OPEN')
                """)
                .param("patient", patient.value())
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Episode> lock(EpisodeId id) {
        return jdbc.sql("select * from care_episode where id = :id for update")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    @Override
    public List<Episode> lockOf(PatientId patient) {
        return jdbc.sql("select * from care_episode where patient_id = :patient order by opened_at, id for update")
                .param("patient", patient.value())
                .query(this::read)
                .list();
    }

    @Override
    public void delete(EpisodeId id) {
        jdbc.sql("delete from care_episode where id = :id")
                .param("id", id.value())
                .update();
    }

    @Override
    public Map<String, String> secrets(EpisodeId id) {
        return jdbc
                .sql("select reference, secret from care_team_member where episode_id = :id and secret is not null")
                .param("id", id.value())
                .query((row, n) -> Map.entry(row.getString("reference"), row.getString("secret")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void saveSecrets(EpisodeId id, Map<String, String> secrets) {
        secrets.forEach((reference, secret) -> jdbc.sql("""
                        update care_team_member set secret = :secret
                        where episode_id = :id and reference = :reference
                        """)
                .param("secret", secret)
                .param("id", id.value())
                .param("reference", reference)
                .update());
    }

    private Episode read(ResultSet row, int n) throws SQLException {
        var id = new EpisodeId(row.getObject("id", UUID.class));
        return new Episode(
                id,
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("program"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("coordinator"),
                Episode.Status.valueOf(row.getString("status")),
                circles.careTeam(id),
                circles.consents(id),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant());
    }
}
