package io.github.throughline.plan.careplan;

import io.github.throughline.plan.careplan.PlanVersion.Draft;
import io.github.throughline.plan.careplan.PlanVersion.Signed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Plans and their versions; drafts as JSON documents, signed content as the bytes that were signed. */
@Repository
class JdbcCarePlans implements CarePlans {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcCarePlans(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void lockEpisode(EpisodeId episode) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "plans of " + episode)
                .query()
                .listOfRows();
    }

    @Override
    public Optional<CarePlan> find(EpisodeId episode, CarePlanId id) {
        return jdbc.sql("select * from care_plan where id = :id and episode_id = :episode")
                .param("id", id.value())
                .param("episode", episode.value())
                .query(this::plan)
                .optional();
    }

    @Override
    public Optional<CarePlan> lock(EpisodeId episode, CarePlanId id) {
        jdbc.sql("select id from care_plan where id = :id and episode_id = :episode for update")
                .param("id", id.value())
                .param("episode", episode.value())
                .query()
                .listOfRows();
        return find(episode, id);
    }

    @Override
    public Optional<CarePlan> lockGoingOn(EpisodeId episode) {
        return jdbc.sql("select id from care_plan where episode_id = :episode and not ended for update")
                .param("episode", episode.value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> find(episode, new CarePlanId(id)));
    }

    @Override
    public List<CarePlan> of(EpisodeId episode) {
        return jdbc.sql("""
                select p.* from care_plan p where p.episode_id = :episode
                order by (select min(v.since) from plan_version v where v.plan_id = p.id) nulls last, p.id
                """).param("episode", episode.value()).query(this::plan).list();
    }

    @Override
    public List<CarePlan> takeDue(Instant careNow, int limit) {
        return jdbc.sql("""
                select * from care_plan where due_at <= :now order by due_at limit :limit for update skip locked
                """)
                .param("now", Timestamp.from(careNow))
                .param("limit", limit)
                .query(this::plan)
                .list();
    }

    @Override
    public long countDue(Instant careNow) {
        return jdbc.sql("select count(*) from care_plan where due_at <= :now")
                .param("now", Timestamp.from(careNow))
                .query(Long.class)
                .single();
    }

    @Override
    public List<PlanMovement> movements(CarePlanId id) {
        return jdbc.sql("""
                select number, change, state, since, recorded_at from plan_movement
                where plan_id = :plan order by since, number, change
                """)
                .param("plan", id.value())
                .query(JdbcCarePlans::movement)
                .list();
    }

    @Override
    public void save(CarePlan plan) {
        jdbc.sql("""
                insert into care_plan (id, patient_id, episode_id, ended, followup, due_at)
                values (:id, :patient, :episode, :ended, :followup::jsonb, :dueAt)
                on conflict (id) do update set ended = excluded.ended, followup = excluded.followup,
                    due_at = excluded.due_at
                """)
                .param("id", plan.id().value())
                .param("patient", plan.patientId().value())
                .param("episode", plan.episodeId().value())
                .param("ended", plan.isEnded())
                .param("followup", json.writeValueAsString(plan.followup()))
                .param("dueAt", plan.dueAt().map(Timestamp::from).orElse(null))
                .update();
        plan.versions().forEach(version -> save(plan.id(), version));
    }

    private void save(CarePlanId id, PlanVersion version) {
        switch (version) {
            case Draft draft -> saveDraft(id, draft);
            case Signed signed -> saveSigned(id, signed);
        }
    }

    private void saveDraft(CarePlanId id, Draft draft) {
        jdbc.sql("""
                insert into plan_version (plan_id, number, state, revision, draft, escalation_id)
                values (:plan, :number, 'DRAFT', :revision, :draft::jsonb, :escalation)
                on conflict (plan_id, number) do update
                set revision = excluded.revision, draft = excluded.draft, escalation_id = excluded.escalation_id
                """)
                .param("plan", id.value())
                .param("number", draft.number())
                .param("revision", draft.revision())
                .param("draft", json.writeValueAsString(draft.terms()))
                .param("escalation", draft.escalationId())
                .update();
    }

    /** The bytes are written when the draft becomes the signed version; later on the database refuses others. */
    private void saveSigned(CarePlanId id, Signed signed) {
        jdbc.sql("""
                insert into plan_version
                    (plan_id, number, state, revision, content, signature, content_digest, changes, since,
                     escalation_id)
                values (:plan, :number, :state, :revision, :content, :signature, :digest, :changes, :since,
                    :escalation)
                on conflict (plan_id, number) do update set state = excluded.state, revision = excluded.revision,
                    draft = null, content = excluded.content, signature = excluded.signature,
                    content_digest = excluded.content_digest, changes = excluded.changes, since = excluded.since
                where plan_version.revision < excluded.revision or plan_version.changes < excluded.changes
                """)
                .param("plan", id.value())
                .param("number", signed.number())
                .param("state", signed.state().name())
                .param("revision", signed.revision())
                .param("content", signed.content().bytes())
                .param("signature", signed.content().signature())
                .param("digest", signed.content().digest())
                .param("changes", signed.changes())
                .param("since", Timestamp.from(signed.since()))
                .param("escalation", signed.escalationId())
                .update();
    }

    @Override
    public void discard(CarePlanId id, Draft draft) {
        jdbc.sql("delete from plan_version where plan_id = :plan and number = :number and state = 'DRAFT'")
                .param("plan", id.value())
                .param("number", draft.number())
                .update();
        jdbc.sql("update care_plan set discarded = :number where id = :plan")
                .param("number", draft.number())
                .param("plan", id.value())
                .update();
        jdbc.sql("""
                delete from care_plan where id = :plan and not exists (select 1 from plan_version where plan_id = :plan)
                """).param("plan", id.value()).update();
    }

    @Override
    public void erase(EpisodeId episode) {
        jdbc.sql("delete from care_plan where episode_id = :episode")
                .param("episode", episode.value())
                .update();
    }

    private CarePlan plan(ResultSet row, int n) throws SQLException {
        var id = new CarePlanId(row.getObject("id", UUID.class));
        return new CarePlan(
                id,
                new PatientId(row.getObject("patient_id", UUID.class)),
                new EpisodeId(row.getObject("episode_id", UUID.class)),
                versions(id),
                row.getInt("discarded"),
                json.readValue(row.getString("followup"), Followup.class));
    }

    private List<PlanVersion> versions(CarePlanId id) {
        return jdbc.sql("select * from plan_version where plan_id = :plan order by number")
                .param("plan", id.value())
                .query(this::version)
                .list();
    }

    /** A row of the table plan_version. */
    PlanVersion version(ResultSet row, int n) throws SQLException {
        int number = row.getInt("number");
        int revision = row.getInt("revision");
        UUID escalation = row.getObject("escalation_id", UUID.class);
        String draft = row.getString("draft");
        if (draft != null) {
            return new Draft(number, revision, json.readValue(draft, PlanDraft.class), escalation);
        }
        return new Signed(
                number,
                revision,
                PlanVersion.State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getInt("changes"),
                new SignedContent(row.getBytes("content"), row.getString("signature"), row.getString("content_digest")),
                escalation);
    }

    private static PlanMovement movement(ResultSet row, int n) throws SQLException {
        return new PlanMovement(
                row.getInt("number"),
                row.getInt("change"),
                PlanVersion.State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("recorded_at").toInstant());
    }
}
