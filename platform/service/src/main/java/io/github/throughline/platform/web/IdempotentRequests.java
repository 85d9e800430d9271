package io.github.throughline.platform.web;

import io.github.throughline.platform.security.Caller;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers already given, by caller and Idempotency-Key; kept in the transaction of the request's effect. */
final class IdempotentRequests {

    static final Duration KEPT = Duration.ofDays(1);

    record Answer(
            String fingerprint,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {}

    private final JdbcClient jdbc;

    IdempotentRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A second request of the same key waits here until the first one is done. */
    void lock(Caller caller, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", caller.subject() + "\n" + key)
                .query()
                .listOfRows();
    }

    Optional<Answer> find(Caller caller, String key) {
        return jdbc.sql("""
                select fingerprint, status, content_type, location, body
                from idempotent_request where caller = :caller and key = :key
                """)
                .param("caller", caller.subject())
                .param("key", key)
                .query(Answer.class)
                .optional();
    }

    void keep(Caller caller, String key, Answer answer) {
        jdbc.sql("""
                insert into idempotent_request (caller, key, fingerprint, status, content_type, location, body)
                values (:caller, :key, :fingerprint, :status, :contentType, :location, :body)
                """)
                .param("caller", caller.subject())
                .param("key", key)
                .param("fingerprint", answer.fingerprint())
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .update();
    }

    void forgetOld() {
        jdbc.sql("delete from idempotent_request where recorded_at < clock_timestamp() - make_interval(secs => :kept)")
                .param("kept", KEPT.toSeconds())
                .update();
    }
}
