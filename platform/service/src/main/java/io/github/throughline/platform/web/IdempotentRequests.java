package io.github.throughline.platform.web;

import io.github.throughline.platform.security.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers already given, by caller and Idempotency-Key; kept in the transaction of the request's effect. */
public final class IdempotentRequests {

    static final Duration KEPT = Duration.ofDays(1);

    /** @param path of the request, which may name an episode or patient */
    record Answer(
            String path,
            String fingerprint,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
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
                select path, fingerprint, status, content_type, location, etag, body
                from idempotent_request where caller = :caller and key = :key
                """)
                .param("caller", caller.subject())
                .param("key", key)
                .query(Answer.class)
                .optional();
    }

    void keep(Caller caller, String key, Answer answer) {
        jdbc.sql("""
                insert into idempotent_request (caller, key, path, fingerprint, status, content_type, location, etag, body)
                values (:caller, :key, :path, :fingerprint, :status, :contentType, :location, :etag, :body)
                """)
                .param("caller", caller.subject())
                .param("key", key)
                .param("path", answer.path())
                .param("fingerprint", answer.fingerprint())
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .update();
    }

    /** Forgets every answer that speaks of a patient or episode; for erasure, in its transaction. */
    public void forget(UUID id) {
        jdbc.sql("""
                delete from idempotent_request
                where position(:id in path) > 0 or position(convert_to(:id, 'UTF8') in body) > 0
                """).param("id", id.toString()).update();
    }

    void forgetOld() {
        jdbc.sql("delete from idempotent_request where recorded_at < clock_timestamp() - make_interval(secs => :kept)")
                .param("kept", KEPT.toSeconds())
                .update();
    }
}
