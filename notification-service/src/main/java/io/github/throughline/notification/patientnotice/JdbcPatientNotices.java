package io.github.throughline.notification.patientnotice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices as rows. */
@Repository
class JdbcPatientNotices implements PatientNotices {

    private final JdbcClient jdbc;

    JdbcPatientNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(PatientNotice notice) {
        jdbc.sql("""
                insert into patient_notice (id, episode_id, holder, kind, challenge_id, expires_at)
                values (:id, :episode, :holder, :kind, :challenge, :expiresAt)
                on conflict do nothing
                """)
                .param("id", notice.id())
                .param("episode", notice.episodeId())
                .param("holder", notice.holder())
                .param("kind", notice.kind().name())
                .param("challenge", notice.challengeId())
                .param("expiresAt", Timestamp.from(notice.expiresAt()))
                .update();
    }

    @Override
    public List<PatientNotice> claim(Instant now, Instant until, int limit) {
        return jdbc.sql("""
                update patient_notice set next_try_at = :until, tries = tries + 1
                where id in (
                    select id from patient_notice where state = 'PENDING' and next_try_at <= :now
                    order by next_try_at limit :limit for update skip locked)
                returning *
                """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query(JdbcPatientNotices::read)
                .list();
    }

    private static PatientNotice read(ResultSet row, int n) throws SQLException {
        return new PatientNotice(
                row.getObject("id", UUID.class),
                row.getObject("episode_id", UUID.class),
                row.getString("holder"),
                PatientNotice.Kind.valueOf(row.getString("kind")),
                row.getObject("challenge_id", UUID.class),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("tries"),
                row.getString("text"));
    }

    @Override
    public void keepText(UUID id, String text) {
        jdbc.sql("update patient_notice set text = :text where id = :id")
                .param("text", text)
                .param("id", id)
                .update();
    }

    /** The text holds a link or a code: it is of no use any more. */
    @Override
    public void settle(UUID id, PatientNotice.State state) {
        jdbc.sql("update patient_notice set state = :state, text = null where id = :id and state = 'PENDING'")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    @Override
    public void putOff(UUID id, Instant at) {
        jdbc.sql("update patient_notice set next_try_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    @Override
    public long countDue(Instant now) {
        return jdbc.sql(
                        "select count(*) from patient_notice where state = 'PENDING' and tries = 0 and next_try_at <= :now")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    @Override
    public void erase(UUID episodeId) {
        jdbc.sql("delete from patient_notice where episode_id = :episode")
                .param("episode", episodeId)
                .update();
    }
}
