package io.github.throughline.notification.console;

import io.github.throughline.notification.notice.Notice;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By which mails somebody acknowledged. */
@Repository
class JdbcUsedLinks {

    private final JdbcClient jdbc;
    private final InstantSource machine;

    JdbcUsedLinks(JdbcClient jdbc, InstantSource machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    void add(Notice notice) {
        jdbc.sql("""
                insert into used_link (notice_id, used_at) values (:id, :at) on conflict do nothing
                """)
                .param("id", notice.id().value())
                .param("at", Timestamp.from(machine.instant()))
                .update();
    }

    boolean contains(Notice notice) {
        return jdbc.sql("select exists (select 1 from used_link where notice_id = :id)")
                .param("id", notice.id().value())
                .query(Boolean.class)
                .single();
    }
}
