package io.github.throughline.platform.inbox;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which events a consumer has taken in, in the transaction of their effect. */
public class Inbox {

    /**
     * Longer than a consumer that runs goes back. One that was away for longer than Kafka keeps its position (7 days unless
     * told otherwise) reads domain topics from their beginning: then versions and unique keys alone make effects one.
     */
    static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;

    public Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether the consumer sees the event for the first time; remembers it with the caller's transaction.
     *
     * @param consumer stable name of the use case that takes it in
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean first(String consumer, UUID eventId) {
        return jdbc.sql("insert into inbox (consumer, event_id) values (:consumer, :eventId) on conflict do nothing")
                        .param("consumer", consumer)
                        .param("eventId", eventId)
                        .update()
                == 1;
    }

    /** Forgets what is older than any redelivery. */
    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from inbox where consumed_at < clock_timestamp() - make_interval(secs => :seconds)")
                .param("seconds", KEPT.toSeconds())
                .update();
    }
}
