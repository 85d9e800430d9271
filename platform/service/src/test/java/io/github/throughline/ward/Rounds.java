package io.github.throughline.ward;

import io.github.throughline.platform.time.DueWork;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work that falls due in care time; a bad row fails whenever it is taken. */
@Component
class Rounds implements DueWork {

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "rounds";
    }

    @Override
    public int take(Instant careNow, int limit) {
        List<UUID> ids = jdbc.sql("""
                select id from round where due_at <= :now and done_at is null
                order by bad, due_at limit :limit for update skip locked
                """)
                .param("now", Timestamp.from(careNow))
                .param("limit", limit)
                .query(UUID.class)
                .list();
        ids.forEach(id -> done(id, careNow));
        return ids.size();
    }

    private void done(UUID id, Instant careNow) {
        boolean bad = jdbc.sql("update round set done_at = :now where id = :id returning bad")
                .param("now", Timestamp.from(careNow))
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (bad) {
            throw new IllegalStateException("a bad row");
        }
    }

    @Override
    public long due(Instant careNow) {
        return jdbc.sql("select count(*) from round where due_at <= :now and done_at is null")
                .param("now", Timestamp.from(careNow))
                .query(Long.class)
                .single();
    }

    UUID add(Instant dueAt, boolean bad) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into round (id, due_at, bad) values (:id, :dueAt, :bad)")
                .param("id", id)
                .param("dueAt", Timestamp.from(dueAt))
                .param("bad", bad)
                .update();
        return id;
    }

    void removeBad() {
        jdbc.sql("delete from round where bad").update();
    }

    boolean isDone(UUID id) {
        return jdbc.sql("select done_at is not null from round where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
