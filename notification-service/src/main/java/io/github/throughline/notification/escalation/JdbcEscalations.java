package io.github.throughline.notification.escalation;

import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
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

/** Escalations as one JSON document each, with the columns beside it that queries go by. */
@Repository
class JdbcEscalations implements Escalations {

    private static final String SELECT =
            "select x.document, x.acknowledged_by, x.acknowledged_at from escalation x join episode e on e.id = x.episode_id ";

    /** Care team, coordinator, whom the routing policy told, or another service of this system: default deny. */
    private static final String RELATED = """
             (:service or e.coordinator = :subject
                or exists (select 1 from episode_member m where m.episode_id = e.id and m.reference = :subject)
                or exists (select 1 from step_told t where t.escalation_id = x.id and t.person = :subject))
            """;

    /** Theirs whom the routing policy told, too; of a closed episode, which has no coordinator any more, theirs who was it. */
    private static final String MINE = """
             (not :coordinator or e.coordinator = :subject
                or (e.coordinator is null and exists (select 1 from episode_member m where m.episode_id = e.id
                    and m.reference = :subject and m.role = 'coordinator'))
                or exists (select 1 from step_told t where t.escalation_id = x.id and t.person = :subject))
            """;

    private static final String SELECTED = """
             (:severity::int is null or x.severity = :severity::int)
                and (:rule::text is null or x.document ->> 'rule' = :rule::text)
                and (not :unheld or (x.open and x.acknowledged_at is null))
            """;

    private static final String LISTED = "where x.open = :open and" + SELECTED + "and" + RELATED + "and" + MINE;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcEscalations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public HeldEscalation seenBy(Caller caller, UUID escalationId) {
        return jdbc.sql(SELECT + "where x.id = :id and" + RELATED)
                .param("id", escalationId)
                .param("service", caller.is(Role.SERVICE))
                .param("subject", caller.subject())
                .query(this::read)
                .optional()
                .orElseThrow(() -> new EscalationNotFound(escalationId));
    }

    @Override
    public List<HeldEscalation> listedFor(Caller caller, Selection selection, Part part) {
        String order = selection.listed() == Listed.OPEN
                ? "x.severity desc, x.acknowledged_at is not null, x.raised_at desc"
                : "x.changed_at desc";
        String sql = SELECT + LISTED + " order by " + order + ", x.id limit :limit offset :from";
        return listed(sql, caller, selection)
                .param("limit", part.limit())
                .param("from", part.from())
                .query(this::read)
                .list();
    }

    @Override
    public Size sizeFor(Caller caller, Selection selection) {
        String sql = """
                select count(*) as lines, count(*) filter (where x.open and x.acknowledged_at is null) as waiting
                from escalation x join episode e on e.id = x.episode_id
                """ + LISTED;
        return listed(sql, caller, selection)
                .query((row, n) -> new Size(row.getLong("lines"), row.getLong("waiting")))
                .single();
    }

    private JdbcClient.StatementSpec listed(String sql, Caller caller, Selection selection) {
        return jdbc.sql(sql)
                .param("open", selection.listed() == Listed.OPEN)
                .param(
                        "severity",
                        selection.severity() == null
                                ? null
                                : selection.severity().ordinal())
                .param("rule", selection.rule())
                .param("unheld", selection.unheld())
                .param("service", caller.is(Role.SERVICE))
                .param("subject", caller.subject())
                .param("coordinator", selection.whose() == Whose.MINE && caller.is(Role.COORDINATOR));
    }

    @Override
    public List<UUID> openOf(UUID episodeId) {
        return jdbc.sql("select id from escalation where episode_id = :id and open order by id")
                .param("id", episodeId)
                .query(UUID.class)
                .list();
    }

    @Override
    public Optional<HeldEscalation> find(UUID escalationId) {
        return jdbc.sql("select document, acknowledged_by, acknowledged_at from escalation where id = :id")
                .param("id", escalationId)
                .query(this::read)
                .optional();
    }

    @Override
    public Optional<HeldEscalation> locked(UUID escalationId) {
        lock(escalationId);
        return find(escalationId);
    }

    /** @return whether this version of the escalation is seen for the first time */
    boolean remember(Escalation escalation) {
        return jdbc.sql("""
                insert into escalation_version (escalation_id, version, episode_id)
                values (:id, :version, :episodeId) on conflict do nothing
                """)
                        .param("id", escalation.id())
                        .param("version", escalation.version())
                        .param("episodeId", escalation.episodeId())
                        .update()
                == 1;
    }

    /** Keeps the newest; what was withdrawn and is found again must be acknowledged again. */
    void save(Escalation escalation) {
        jdbc.sql("""
                insert into escalation (id, episode_id, version, severity, open, raised_at, changed_at, document)
                values (:id, :episodeId, :version, :severity, :open, :raisedAt, :changedAt, :document::jsonb)
                on conflict (id) do update set version = excluded.version, severity = excluded.severity,
                    open = excluded.open, raised_at = excluded.raised_at, changed_at = excluded.changed_at,
                    document = excluded.document,
                    acknowledged_by = case when escalation.open then escalation.acknowledged_by end,
                    acknowledged_at = case when escalation.open then escalation.acknowledged_at end
                where escalation.version < excluded.version
                """)
                .param("id", escalation.id())
                .param("episodeId", escalation.episodeId())
                .param("version", escalation.version())
                .param("severity", escalation.severity().ordinal())
                .param("open", escalation.isOpen())
                .param("raisedAt", Timestamp.from(escalation.raisedAt()))
                .param("changedAt", Timestamp.from(escalation.changedAt()))
                .param("document", json.writeValueAsString(escalation))
                .update();
    }

    /** @return whether nobody had acknowledged it yet */
    boolean acknowledge(UUID escalationId, String by, Instant careNow) {
        return jdbc.sql("""
                update escalation set acknowledged_by = :by, acknowledged_at = :at
                where id = :id and acknowledged_at is null
                """)
                        .param("by", by)
                        .param("at", Timestamp.from(careNow))
                        .param("id", escalationId)
                        .update()
                == 1;
    }

    @Override
    public void release(UUID escalationId) {
        jdbc.sql("update escalation set acknowledged_by = null, acknowledged_at = null where id = :id")
                .param("id", escalationId)
                .update();
    }

    void lock(UUID escalationId) {
        jdbc.sql("select 1 from escalation where id = :id for update")
                .param("id", escalationId)
                .query()
                .listOfRows();
    }

    void erase(UUID episodeId) {
        jdbc.sql("delete from escalation where episode_id = :id")
                .param("id", episodeId)
                .update();
        jdbc.sql("delete from escalation_version where episode_id = :id")
                .param("id", episodeId)
                .update();
    }

    private HeldEscalation read(ResultSet row, int n) throws SQLException {
        Escalation escalation = json.readValue(row.getString("document"), Escalation.class);
        Timestamp at = row.getTimestamp("acknowledged_at");
        return new HeldEscalation(
                escalation, at == null ? null : new Acknowledgement(row.getString("acknowledged_by"), at.toInstant()));
    }
}
