package io.github.throughline.notification.decision;

import io.github.throughline.notification.escalation.Escalation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions as rows. */
@Repository
class JdbcDecisions implements Decisions {

    private final JdbcClient jdbc;

    JdbcDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Decision> on(Escalation escalation) {
        return jdbc.sql(
                        "select * from decision where escalation_id = :id order by decided_at desc, recorded_at desc limit 1")
                .param("id", escalation.id())
                .query(JdbcDecisions::read)
                .optional()
                .filter(decision -> decision.standsFor(escalation));
    }

    @Override
    public Map<UUID, Decision> on(Collection<Escalation> escalations) {
        if (escalations.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Escalation> asked = escalations.stream().collect(Collectors.toMap(Escalation::id, one -> one));
        return jdbc.sql("""
                        select distinct on (escalation_id) * from decision where escalation_id in (:ids)
                        order by escalation_id, decided_at desc, recorded_at desc
                        """).param("ids", asked.keySet()).query(JdbcDecisions::read).list().stream()
                .filter(decision -> decision.standsFor(Objects.requireNonNull(asked.get(decision.escalationId()))))
                .collect(Collectors.toMap(Decision::escalationId, decision -> decision));
    }

    void add(Decision decision) {
        jdbc.sql("""
                insert into decision (id, escalation_id, episode_id, kind, decided_by, recorded_by, note, decided_at)
                values (:id, :escalationId, :episodeId, :kind, :decidedBy, :recordedBy, :note, :decidedAt)
                """)
                .param("id", decision.id())
                .param("escalationId", decision.escalationId())
                .param("episodeId", decision.episodeId())
                .param("kind", decision.kind().name())
                .param("decidedBy", decision.decidedBy())
                .param("recordedBy", decision.recordedBy())
                .param("note", decision.note())
                .param("decidedAt", Timestamp.from(decision.decidedAt()))
                .update();
    }

    void erase(UUID episodeId) {
        jdbc.sql("delete from decision where episode_id = :id")
                .param("id", episodeId)
                .update();
    }

    private static Decision read(ResultSet row, int n) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getObject("escalation_id", UUID.class),
                row.getObject("episode_id", UUID.class),
                DecisionKind.valueOf(row.getString("kind")),
                row.getString("decided_by"),
                row.getString("recorded_by"),
                row.getString("note"),
                row.getTimestamp("decided_at").toInstant());
    }
}
