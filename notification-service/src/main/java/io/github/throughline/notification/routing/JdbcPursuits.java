package io.github.throughline.notification.routing;

import io.github.throughline.notification.escalation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pursuits as rows, and whom their steps told. */
@Repository
class JdbcPursuits implements NextSteps {

    private static final String DUE = " from pursuit where due_at <= :now";

    private final JdbcClient jdbc;

    JdbcPursuits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changed by nobody else until the transaction ends. */
    Optional<Pursuit> locked(UUID escalationId) {
        return jdbc.sql("select * from pursuit where escalation_id = :id for update")
                .param("id", escalationId)
                .query(JdbcPursuits::read)
                .optional();
    }

    /**
     * Escalations that something is to be done about, those that have been due for longest; changed by nobody else until
     * the transaction ends. Those that somebody changes now are passed over.
     */
    List<UUID> due(Instant careNow, int limit) {
        return jdbc.sql("""
                select p.escalation_id from pursuit p join escalation e on e.id = p.escalation_id
                where p.due_at <= :now order by p.due_at, p.escalation_id limit :limit for update of e skip locked
                """)
                .param("now", Timestamp.from(careNow))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    long countDue(Instant careNow) {
        return jdbc.sql("select count(*)" + DUE)
                .param("now", Timestamp.from(careNow))
                .query(Long.class)
                .single();
    }

    @Override
    public Map<UUID, NextStep> of(Collection<UUID> escalationIds) {
        var next = new HashMap<UUID, NextStep>();
        if (!escalationIds.isEmpty()) {
            jdbc.sql("select * from pursuit where escalation_id in (:ids) and due_at is not null")
                    .param("ids", escalationIds)
                    .query(JdbcPursuits::read)
                    .list()
                    .forEach(pursuit -> next.put(
                            pursuit.escalationId(),
                            new NextStep(Objects.requireNonNull(pursuit.dueAt()), pursuit.acknowledged())));
        }
        return next;
    }

    void save(Pursuit pursuit) {
        jdbc.sql("""
                insert into pursuit (escalation_id, episode_id, policy_version, severity, begun_at, round, step,
                    acknowledged, due_at)
                values (:id, :episodeId, :policyVersion, :severity, :begunAt, :round, :step, :acknowledged, :dueAt)
                on conflict (escalation_id) do update set severity = excluded.severity, begun_at = excluded.begun_at,
                    round = excluded.round, step = excluded.step, acknowledged = excluded.acknowledged,
                    due_at = excluded.due_at
                """)
                .param("id", pursuit.escalationId())
                .param("episodeId", pursuit.episodeId())
                .param("policyVersion", pursuit.policyVersion())
                .param("severity", pursuit.severity().name())
                .param("begunAt", Timestamp.from(pursuit.begunAt()))
                .param("round", pursuit.round())
                .param("step", pursuit.step())
                .param("acknowledged", pursuit.acknowledged())
                .param("dueAt", pursuit.dueAt() == null ? null : Timestamp.from(pursuit.dueAt()))
                .update();
    }

    void remove(UUID escalationId) {
        jdbc.sql("delete from pursuit where escalation_id = :id")
                .param("id", escalationId)
                .update();
    }

    /** They may see it from now on. */
    void told(Pursuit pursuit, Collection<String> people) {
        people.forEach(person -> jdbc.sql("""
                insert into step_told (escalation_id, person, episode_id) values (:id, :person, :episodeId)
                on conflict do nothing
                """)
                .param("id", pursuit.escalationId())
                .param("person", person)
                .param("episodeId", pursuit.episodeId())
                .update());
    }

    void erase(UUID episodeId) {
        jdbc.sql("delete from pursuit where episode_id = :id")
                .param("id", episodeId)
                .update();
        jdbc.sql("delete from step_told where episode_id = :id")
                .param("id", episodeId)
                .update();
    }

    private static Pursuit read(ResultSet row, int n) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
        return new Pursuit(
                row.getObject("escalation_id", UUID.class),
                row.getObject("episode_id", UUID.class),
                row.getInt("policy_version"),
                Severity.valueOf(row.getString("severity")),
                row.getTimestamp("begun_at").toInstant(),
                row.getInt("round"),
                row.getInt("step"),
                row.getBoolean("acknowledged"),
                due == null ? null : due.toInstant());
    }
}
