package io.github.throughline.intake.workitem;

import io.github.throughline.intake.episode.EpisodeId;
import io.github.throughline.intake.episode.Member;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Work items in their table; what is listed is joined with the caller's relation. */
@Repository
class JdbcWorkItems implements WorkItems {

    private static final String RELATED = """
            (w.owner = :subject or (:intake and w.episode_id is null)
             or exists (select 1 from care_episode e where e.id = w.episode_id
                and (e.coordinator = :subject or exists (select 1 from care_team_member m
                    where m.episode_id = e.id and m.reference = :subject and m.role in (:treating)))))
            """;

    private static final List<String> TREATING =
            Member.Role.TREATING.stream().map(Enum::name).toList();

    private final JdbcClient jdbc;

    JdbcWorkItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(WorkItem item) {
        return jdbc.sql("""
                insert into work_item (id, patient_id, episode_id, kind, status, owner, due_at, cause_id, version)
                values (:id, :patient, :episode, :kind, :status, :owner, :dueAt, :cause, :version)
                on conflict (cause_id, kind) do nothing
                """)
                        .param("id", item.id().value())
                        .param("patient", item.patientId().value())
                        .param(
                                "episode",
                                item.episodeId() == null
                                        ? null
                                        : item.episodeId().value())
                        .param("kind", item.kind().name())
                        .param("status", item.status().name())
                        .param("owner", item.owner())
                        .param("dueAt", Timestamp.from(item.dueAt()))
                        .param("cause", item.causeId())
                        .param("version", item.version())
                        .update()
                == 1;
    }

    @Override
    public void replace(WorkItem item) {
        jdbc.sql("""
                update work_item set episode_id = :episode, status = :status, owner = :owner, version = :version
                where id = :id
                """)
                .param("id", item.id().value())
                .param(
                        "episode",
                        item.episodeId() == null ? null : item.episodeId().value())
                .param("status", item.status().name())
                .param("owner", item.owner())
                .param("version", item.version())
                .update();
    }

    @Override
    public List<WorkItem> lockOfCause(UUID causeId) {
        return jdbc.sql("select * from work_item where cause_id = :cause order by id for update")
                .param("cause", causeId)
                .query(JdbcWorkItems::read)
                .list();
    }

    @Override
    public List<WorkItem> lockOpenOf(PatientId patient) {
        return jdbc.sql("""
                select * from work_item where patient_id = :patient and status = 'OPEN' order by id for update
                """)
                .param("patient", patient.value())
                .query(JdbcWorkItems::read)
                .list();
    }

    @Override
    public List<WorkItem> lockOpenOf(EpisodeId episode) {
        return jdbc.sql("""
                select * from work_item where episode_id = :episode and status = 'OPEN' order by id for update
                """)
                .param("episode", episode.value())
                .query(JdbcWorkItems::read)
                .list();
    }

    @Override
    public Optional<WorkItem> lockRelated(WorkItemId id, Caller caller) {
        return jdbc.sql("select w.* from work_item w where w.id = :id and " + RELATED + " for update of w")
                .param("id", id.value())
                .param("subject", caller.subject())
                .param("intake", caller.is(Role.INTAKE))
                .param("treating", TREATING)
                .query(JdbcWorkItems::read)
                .optional();
    }

    @Override
    public List<WorkItem> openRelatedTo(Caller caller) {
        return jdbc.sql("select w.* from work_item w where w.status = 'OPEN' and " + RELATED
                        + " order by w.due_at, w.id limit 500")
                .param("subject", caller.subject())
                .param("intake", caller.is(Role.INTAKE))
                .param("treating", TREATING)
                .query(JdbcWorkItems::read)
                .list();
    }

    private static WorkItem read(ResultSet row, int n) throws SQLException {
        UUID episode = row.getObject("episode_id", UUID.class);
        return new WorkItem(
                new WorkItemId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                episode == null ? null : new EpisodeId(episode),
                WorkItem.Kind.valueOf(row.getString("kind")),
                WorkItem.Status.valueOf(row.getString("status")),
                row.getString("owner"),
                row.getTimestamp("due_at").toInstant(),
                row.getObject("cause_id", UUID.class),
                row.getInt("version"));
    }
}
