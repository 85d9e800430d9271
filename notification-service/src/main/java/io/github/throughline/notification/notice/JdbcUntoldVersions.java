package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Escalation versions that wait for their episode or its coordinator: the topics come in any order. */
@Repository
class JdbcUntoldVersions {

    private static final String TELLABLE = """
             from untold_version u join episode e on e.id = u.episode_id where e.coordinator is not null
                or exists (select 1 from episode_member m where m.episode_id = e.id and m.role = 'coordinator')
            """;

    private final JdbcClient jdbc;

    JdbcUntoldVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(EscalationVersion version) {
        jdbc.sql("""
                insert into untold_version (escalation_id, version, episode_id, kind, severity)
                values (:id, :version, :episodeId, :kind, :severity) on conflict do nothing
                """)
                .param("id", version.escalationId())
                .param("version", version.version())
                .param("episodeId", version.episodeId())
                .param("kind", version.kind().name())
                .param("severity", version.severity().name())
                .update();
    }

    /** Those of an escalation, oldest first, taken by nobody else until the transaction ends. */
    List<EscalationVersion> lockedOf(UUID escalationId) {
        return jdbc.sql("select * from untold_version where escalation_id = :id order by version for update")
                .param("id", escalationId)
                .query(JdbcUntoldVersions::read)
                .list();
    }

    void remove(EscalationVersion version) {
        jdbc.sql("delete from untold_version where escalation_id = :id and version = :version")
                .param("id", version.escalationId())
                .param("version", version.version())
                .update();
    }

    /** An escalation that somebody can be told of now. */
    record Tellable(UUID escalationId, UUID episodeId) {}

    List<Tellable> tellable(int limit) {
        return jdbc.sql("select distinct u.escalation_id, u.episode_id" + TELLABLE + " limit :limit")
                .param("limit", limit)
                .query((row, n) -> new Tellable(
                        row.getObject("escalation_id", UUID.class), row.getObject("episode_id", UUID.class)))
                .list();
    }

    long countTellable() {
        return jdbc.sql("select count(*)" + TELLABLE).query(Long.class).single();
    }

    /** All of them: also those that nobody can be told of. */
    long count() {
        return jdbc.sql("select count(*) from untold_version").query(Long.class).single();
    }

    void erase(UUID episodeId) {
        jdbc.sql("delete from untold_version where episode_id = :id")
                .param("id", episodeId)
                .update();
    }

    private static EscalationVersion read(ResultSet row, int n) throws SQLException {
        return new EscalationVersion(
                row.getObject("escalation_id", UUID.class),
                row.getInt("version"),
                row.getObject("episode_id", UUID.class),
                NoticeKind.valueOf(row.getString("kind")),
                Severity.valueOf(row.getString("severity")));
    }
}
