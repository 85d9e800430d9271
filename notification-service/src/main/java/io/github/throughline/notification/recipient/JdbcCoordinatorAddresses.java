package io.github.throughline.notification.recipient;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last known address of each coordinator. */
@Repository
class JdbcCoordinatorAddresses {

    record Known(String reference, String name, String email, Instant fetchedAt) {}

    private final JdbcClient jdbc;

    JdbcCoordinatorAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Known> find(String reference) {
        return jdbc.sql(
                        "select reference, name, email, fetched_at from coordinator_address where reference = :reference")
                .param("reference", reference)
                .query((row, n) -> new Known(
                        row.getString("reference"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getTimestamp("fetched_at").toInstant()))
                .optional();
    }

    void save(Known known) {
        jdbc.sql("""
                insert into coordinator_address (reference, name, email, fetched_at)
                values (:reference, :name, :email, :fetchedAt)
                on conflict (reference) do update set name = excluded.name, email = excluded.email,
                    fetched_at = excluded.fetched_at
                """)
                .param("reference", known.reference())
                .param("name", known.name())
                .param("email", known.email())
                .param("fetchedAt", Timestamp.from(known.fetchedAt()))
                .update();
    }
}
