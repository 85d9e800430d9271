package io.github.throughline.notification.delivery;

import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.Audience;
import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.notice.NoticeId;
import io.github.throughline.notification.notice.NoticeKind;
import io.github.throughline.notification.notice.NoticeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pending notices as a queue. A lease, not a lock, holds a notice while it is sent: no transaction is open meanwhile. */
@Repository
class JdbcDeliveries {

    /** Not before its predecessors to the same recipient: nobody hears of the end before the beginning. */
    private static final String DUE = """
             n.state = 'PENDING' and n.next_attempt_at <= :now and (n.leased_until is null or n.leased_until <= :now)
                and not exists (select 1 from notice p where p.escalation_id = n.escalation_id
                    and p.recipient = n.recipient and p.seq < n.seq and p.state in ('PENDING', 'BUNDLED'))
            """;

    private static final String WORST_FIRST =
            " case n.severity when 'SAFETY' then 1 when 'URGENT' then 2 else 3 end, n.next_attempt_at, n.seq";

    /** Those due that are not behind too many others to the same recipient. */
    private static final String PLACED =
            """
            select placed.id from (select n.id, n.recipient, row_number() over (partition by n.recipient order by
            """ + WORST_FIRST + ") as place from notice n where n.audience = :audience and" + DUE + """
            ) placed left join (select recipient, count(*) as tries from notice
                where state = 'PENDING' and audience = :audience and leased_until > :now group by recipient) busy
                on busy.recipient = placed.recipient
            where placed.place + coalesce(busy.tries, 0) <= :perRecipient
            """;

    private final JdbcClient jdbc;

    JdbcDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Worst first, then those that have been due for longest.
     *
     * @param perRecipient no recipient has more tries under way than this: one who hangs holds up nobody else
     */
    List<Delivery> claim(Audience audience, Instant now, Instant leasedUntil, int limit, int perRecipient) {
        return jdbc.sql("update notice set lease = :lease, leased_until = :until where id in (select n.id from notice n"
                        + " where n.id in (" + PLACED + ") and" + DUE
                        + "order by" + WORST_FIRST + " limit :limit for update skip locked) returning *")
                .param("audience", audience.name())
                .param("lease", UUID.randomUUID())
                .param("until", Timestamp.from(leasedUntil))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .param("perRecipient", perRecipient)
                .query(JdbcDeliveries::read)
                .list();
    }

    /** Notices that are being tried, or would be if somebody looked now. */
    long countDue(Instant now) {
        return jdbc.sql("select count(*) from notice n where (n.state = 'PENDING' and n.leased_until > :now) or (" + DUE
                        + ")")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    long countPending() {
        return jdbc.sql("select count(*) from notice where state = 'PENDING'")
                .query(Long.class)
                .single();
    }

    /** What was kept to be said over the channel. */
    Optional<byte[]> body(Delivery delivery, ChannelName channel) {
        return jdbc.sql("select body from notice where id = :id and channel = :channel and body is not null")
                .param("id", delivery.id().value())
                .param("channel", channel.name())
                .query(byte[].class)
                .optional();
    }

    /** @return whether the lease still held, and does from now on for longer */
    boolean renew(Delivery delivery, Instant leasedUntil) {
        return jdbc.sql(
                                "update notice set leased_until = :until where id = :id and lease = :lease and state = 'PENDING'")
                        .param("until", Timestamp.from(leasedUntil))
                        .param("id", delivery.id().value())
                        .param("lease", delivery.lease())
                        .update()
                == 1;
    }

    /** @return whether the lease still held */
    boolean keepBody(Delivery delivery, ChannelName channel, byte[] body) {
        return jdbc.sql("update notice set channel = :channel, body = :body where id = :id and lease = :lease")
                        .param("channel", channel.name())
                        .param("body", body)
                        .param("id", delivery.id().value())
                        .param("lease", delivery.lease())
                        .update()
                == 1;
    }

    /**
     * Ends it, and what was told in its message.
     *
     * @return whether the lease still held
     */
    boolean end(Delivery delivery, NoticeState state, String reason, int tries, Ending at) {
        boolean isEnded = end("id = :id and lease = :lease and state = 'PENDING'", delivery, state, reason, tries, at);
        if (isEnded) {
            end("bundle = :id and state = 'BUNDLED'", delivery, state, reason, tries, at);
        }
        return isEnded;
    }

    private boolean end(String which, Delivery delivery, NoticeState state, String reason, int tries, Ending at) {
        return jdbc.sql("""
                update notice set state = :state, reason = nullif(:reason, ''), attempts = attempts + :tries, lease = null,
                    leased_until = null, ended_at = :at, ended_care_at = :careAt
                where\s""" + which)
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("tries", tries)
                        .param("at", Timestamp.from(at.machine()))
                        .param("careAt", Timestamp.from(at.care()))
                        .param("id", delivery.id().value())
                        .param("lease", delivery.lease())
                        .update()
                > 0;
    }

    /** When something ended, in both times. */
    record Ending(Instant machine, Instant care) {}

    void postpone(Delivery delivery, String reason, int tries, Instant nextAttemptAt) {
        jdbc.sql("""
                update notice set reason = :reason, attempts = attempts + :tries, next_attempt_at = :next, lease = null,
                    leased_until = null
                where id = :id and lease = :lease and state = 'PENDING'
                """)
                .param("reason", reason)
                .param("tries", tries)
                .param("next", Timestamp.from(nextAttemptAt))
                .param("id", delivery.id().value())
                .param("lease", delivery.lease())
                .update();
    }

    private static Delivery read(ResultSet row, int n) throws SQLException {
        String channel = row.getString("channel");
        return new Delivery(
                new NoticeId(row.getObject("id", UUID.class)),
                row.getObject("lease", UUID.class),
                row.getObject("escalation_id", UUID.class),
                row.getInt("escalation_version"),
                row.getObject("episode_id", UUID.class),
                NoticeKind.valueOf(row.getString("kind")),
                Severity.valueOf(row.getString("severity")),
                Audience.valueOf(row.getString("audience")),
                row.getString("recipient"),
                channel == null ? null : ChannelName.valueOf(channel),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("created_care_at").toInstant());
    }
}
