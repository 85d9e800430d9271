package io.github.throughline.intake.episode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Care team and consents of an episode, in their order. */
@Repository
class JdbcCareCircles {

    private final JdbcClient jdbc;

    JdbcCareCircles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes both anew; signing secrets are saved apart and go with the member. */
    void replace(Episode episode) {
        jdbc.sql("delete from care_team_member where episode_id = :id")
                .param("id", episode.id().value())
                .update();
        jdbc.sql("delete from consent where episode_id = :id")
                .param("id", episode.id().value())
                .update();
        for (int i = 0; i < episode.careTeam().size(); i++) {
            add(episode.id(), i, episode.careTeam().get(i));
        }
        for (int i = 0; i < episode.consents().size(); i++) {
            add(episode.id(), i, episode.consents().get(i));
        }
    }

    private void add(EpisodeId id, int position, Member member) {
        jdbc.sql("""
                insert into care_team_member
                    (episode_id, position, reference, role, kind, name, channel, address, partner)
                values (:id, :position, :reference, :role, :kind, :name, :channel, :address, :partner)
                """)
                .param("id", id.value())
                .param("position", position)
                .param("reference", member.reference())
                .param("role", member.role().name())
                .param("kind", member.kind().name())
                .param("name", member.name())
                .param("channel", member.channel().name())
                .param("address", member.address())
                .param("partner", member.partner())
                .update();
    }

    private void add(EpisodeId id, int position, Consent consent) {
        jdbc.sql("""
                insert into consent (episode_id, position, member, category, holds_from, holds_until)
                values (:id, :position, :member, :category, :from, :until)
                """)
                .param("id", id.value())
                .param("position", position)
                .param("member", consent.member())
                .param("category", consent.category().name())
                .param("from", Timestamp.from(consent.from()))
                .param("until", consent.until() == null ? null : Timestamp.from(consent.until()))
                .update();
    }

    List<Member> careTeam(EpisodeId id) {
        return jdbc.sql("select * from care_team_member where episode_id = :id order by position")
                .param("id", id.value())
                .query(JdbcCareCircles::member)
                .list();
    }

    List<Consent> consents(EpisodeId id) {
        return jdbc.sql("select * from consent where episode_id = :id order by position")
                .param("id", id.value())
                .query(JdbcCareCircles::consent)
                .list();
    }

    private static Member member(ResultSet row, int n) throws SQLException {
        return new Member(
                row.getString("reference"),
                Member.Role.valueOf(row.getString("role")),
                Member.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Member.Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                row.getString("partner"));
    }

    private static Consent consent(ResultSet row, int n) throws SQLException {
        Timestamp until = row.getTimestamp("holds_until");
        return new Consent(
                row.getString("member"),
                Consent.Category.valueOf(row.getString("category")),
                row.getTimestamp("holds_from").toInstant(),
                until == null ? null : until.toInstant());
    }
}
