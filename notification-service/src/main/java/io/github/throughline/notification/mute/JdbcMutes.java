package io.github.throughline.notification.mute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** As rows, which are kept when they are over. */
@Repository
class JdbcMutes implements Mutes {

    private final JdbcClient jdbc;

    JdbcMutes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean cover(String person, UUID escalationId, Instant careNow) {
        return jdbc.sql("""
                select exists (select 1 from mute m join escalation x on x.episode_id = m.episode_id
                    where x.id = :escalationId and m.person = :person
                        and (m.rule is null or m.rule = x.document ->> 'rule')
                        and m.until_at > :now and m.ended_at is null)
                """)
                .param("escalationId", escalationId)
                .param("person", person)
                .param("now", Timestamp.from(careNow))
                .query(Boolean.class)
                .single();
    }

    /** All that there were, newest first: they are the record of who chose not to know, and why. */
    List<Mute> of(UUID episodeId) {
        return jdbc.sql("select * from mute where episode_id = :id order by from_at desc, id")
                .param("id", episodeId)
                .query(JdbcMutes::read)
                .list();
    }

    void add(Mute mute) {
        jdbc.sql("""
                insert into mute (id, episode_id, person, rule, reason, from_at, until_at)
                values (:id, :episodeId, :person, :rule, :reason, :from, :until)
                """)
                .param("id", mute.id())
                .param("episodeId", mute.episodeId())
                .param("person", mute.person())
                .param("rule", mute.rule())
                .param("reason", mute.reason())
                .param("from", Timestamp.from(mute.from()))
                .param("until", Timestamp.from(mute.until()))
                .update();
    }

    /** @return whether it was theirs, and not over */
    boolean end(UUID id, String person, Instant careNow) {
        return jdbc.sql("""
                update mute set ended_at = :now where id = :id and person = :person and ended_at is null
                    and until_at > :now
                """)
                        .param("now", Timestamp.from(careNow))
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    void erase(UUID episodeId) {
        jdbc.sql("delete from mute where episode_id = :id")
                .param("id", episodeId)
                .update();
    }

    private static Mute read(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Mute(
                row.getObject("id", UUID.class),
                row.getObject("episode_id", UUID.class),
                row.getString("person"),
                row.getString("rule"),
                row.getString("reason"),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
