package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices as rows; {@code delivery} moves those that are pending. */
@Repository
class JdbcNotices implements Notices {

    private final JdbcClient jdbc;

    JdbcNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Notice> of(UUID escalationId) {
        return jdbc.sql("select * from notice where escalation_id = :id order by seq")
                .param("id", escalationId)
                .query(JdbcNotices::read)
                .list();
    }

    /** The same, changed by nobody else until the transaction ends: whoever reads them here decides by their state. */
    List<Notice> lockedOf(UUID escalationId) {
        return jdbc.sql("select * from notice where escalation_id = :id order by seq for update")
                .param("id", escalationId)
                .query(JdbcNotices::read)
                .list();
    }

    @Override
    public Optional<Notice> find(NoticeId id) {
        return jdbc.sql("select * from notice where id = :id")
                .param("id", id.value())
                .query(JdbcNotices::read)
                .optional();
    }

    @Override
    public List<Notice> page(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from notice
                where seq > coalesce((select seq from notice where id = :after::uuid), 0) order by seq limit :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query(JdbcNotices::read)
                .list();
    }

    /** A notice that is there already stays as it is. */
    void add(Notice notice) {
        jdbc.sql("""
                insert into notice (id, escalation_id, escalation_version, episode_id, kind, severity, audience,
                    recipient, channel, state, reason, release_at, next_attempt_at, created_at, created_care_at,
                    ended_at, ended_care_at)
                values (:id, :escalationId, :version, :episodeId, :kind, :severity, :audience,
                    :recipient, :channel, :state, :reason, :releaseAt, :nextAttemptAt, :createdAt, :createdCareAt,
                    :endedAt, :endedCareAt)
                on conflict do nothing
                """)
                .param("id", notice.id().value())
                .param("escalationId", notice.escalationId())
                .param("version", notice.escalationVersion())
                .param("episodeId", notice.episodeId())
                .param("kind", notice.kind().name())
                .param("severity", notice.severity().name())
                .param("audience", notice.audience().name())
                .param("recipient", notice.recipient())
                .param(
                        "channel",
                        notice.channel() == null ? null : notice.channel().name())
                .param("state", notice.state().name())
                .param("reason", notice.reason())
                .param("endedAt", timestamp(notice.endedAt()))
                .param("endedCareAt", timestamp(notice.endedCareAt()))
                .param("releaseAt", Timestamp.from(notice.releaseAt()))
                .param("nextAttemptAt", Timestamp.from(notice.nextAttemptAt()))
                .param("createdAt", Timestamp.from(notice.createdAt()))
                .param("createdCareAt", Timestamp.from(notice.createdCareAt()))
                .update();
    }

    /** The patient's consent covers these outside providers as of now. */
    void permit(UUID escalationId, int version, Collection<String> providers) {
        if (!providers.isEmpty()) {
            jdbc.sql("""
                    update notice set permitted = true where escalation_id = :id and escalation_version = :version
                        and audience = 'PROVIDER' and recipient in (:providers)
                    """)
                    .param("id", escalationId)
                    .param("version", version)
                    .param("providers", providers)
                    .update();
        }
    }

    /** Whether the patient's consent covered it when it was made. */
    boolean wasPermitted(NoticeId id) {
        return jdbc.sql("select permitted from notice where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** @return how many notices waited for the acknowledgement and can be sent now */
    int release(UUID escalationId, Instant careNow) {
        return jdbc.sql("""
                update notice set state = 'PENDING', release_at = :now
                where escalation_id = :id and state = 'WAITING' and audience = 'PROVIDER'
                """)
                .param("now", Timestamp.from(careNow))
                .param("id", escalationId)
                .update();
    }

    /** What waits for the end of somebody's quiet hours waits no more. */
    void wake(UUID escalationId, String recipient, Instant careNow) {
        jdbc.sql("""
                update notice set state = 'PENDING', release_at = :now
                where escalation_id = :id and state = 'WAITING' and recipient = :recipient and audience <> 'PROVIDER'
                """)
                .param("now", Timestamp.from(careNow))
                .param("id", escalationId)
                .param("recipient", recipient)
                .update();
    }

    /**
     * Releases those whose time has come; of several to one person of the clinic about one patient the first bears the
     * others, however many more are due. Nobody else releases any until the transaction ends.
     *
     * @return how many notices can be sent now, or with another one
     */
    int releaseDue(Instant careNow, int limit) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('notice-release', 0))")
                .query()
                .listOfRows();
        List<UUID> released = jdbc.sql("""
                with longest as (
                    select id, recipient, episode_id, audience from notice
                    where state = 'WAITING' and release_at <= :now
                    order by release_at, seq limit :limit for update skip locked),
                joining as (
                    select id from notice where state = 'WAITING' and release_at <= :now and audience <> 'PROVIDER'
                        and (recipient, episode_id) in (
                            select recipient, episode_id from longest where audience <> 'PROVIDER')
                    for update skip locked)
                update notice set state = 'PENDING'
                where id in (select id from longest union select id from joining)
                returning id
                """)
                .param("now", Timestamp.from(careNow))
                .param("limit", limit)
                .query(UUID.class)
                .list();
        if (released.size() > 1) {
            bundle(released);
        }
        return released.size();
    }

    private void bundle(List<UUID> released) {
        jdbc.sql("""
                update notice n set state = 'BUNDLED', bundle = placed.first from (
                    select id, first_value(id) over (partition by recipient, episode_id order by seq) as first
                    from notice where id in (:released) and audience <> 'PROVIDER') placed
                where n.id = placed.id and placed.first <> placed.id
                """).param("released", released).update();
    }

    @Override
    public List<Notice> bundledWith(NoticeId first) {
        return jdbc.sql("select * from notice where bundle = :id order by seq")
                .param("id", first.value())
                .query(JdbcNotices::read)
                .list();
    }

    /** When the next message to somebody of the clinic about a patient goes out; empty: none waits. */
    Optional<Instant> nextTold(String person, UUID episodeId) {
        return told("min(release_at)", "state = 'WAITING'", person, episodeId);
    }

    /** When the last one went out; empty: none did. */
    Optional<Instant> lastTold(String person, UUID episodeId) {
        return told("max(release_at)", "state not in ('WAITING', 'SUPPRESSED')", person, episodeId);
    }

    private Optional<Instant> told(String when, String state, String person, UUID episodeId) {
        return jdbc.sql("select " + when + " from notice where recipient = :person and episode_id = :episodeId"
                        + " and audience <> 'PROVIDER' and " + state)
                .param("person", person)
                .param("episodeId", episodeId)
                .query((row, n) -> Optional.ofNullable(instant(row.getTimestamp(1))))
                .single();
    }

    long countDue(Instant careNow) {
        return jdbc.sql("select count(*) from notice where state = 'WAITING' and release_at <= :now")
                .param("now", Timestamp.from(careNow))
                .query(Long.class)
                .single();
    }

    void overtake(Collection<NoticeId> ids, Instant machineNow, Instant careNow) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    update notice set state = 'SUPPRESSED', reason = 'overtaken', ended_at = :now, ended_care_at = :careNow
                    where id in (:ids) and state = 'WAITING'
                    """)
                    .param("now", Timestamp.from(machineNow))
                    .param("careNow", Timestamp.from(careNow))
                    .param("ids", ids.stream().map(NoticeId::value).toList())
                    .update();
        }
    }

    void erase(UUID episodeId) {
        jdbc.sql("delete from notice where episode_id = :id")
                .param("id", episodeId)
                .update();
    }

    private static Notice read(ResultSet row, int n) throws SQLException {
        String channel = row.getString("channel");
        return new Notice(
                new NoticeId(row.getObject("id", UUID.class)),
                row.getObject("escalation_id", UUID.class),
                row.getInt("escalation_version"),
                row.getObject("episode_id", UUID.class),
                NoticeKind.valueOf(row.getString("kind")),
                Severity.valueOf(row.getString("severity")),
                Audience.valueOf(row.getString("audience")),
                row.getString("recipient"),
                channel == null ? null : ChannelName.valueOf(channel),
                NoticeState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getTimestamp("release_at").toInstant(),
                row.getInt("attempts"),
                row.getTimestamp("next_attempt_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("created_care_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                instant(row.getTimestamp("ended_care_at")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
