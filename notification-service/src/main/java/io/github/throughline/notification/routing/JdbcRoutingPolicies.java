package io.github.throughline.notification.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** As rows; the one that ships stands in the jar. */
@Repository
class JdbcRoutingPolicies implements RoutingPolicies {

    private final JdbcClient jdbc;
    private final InstantSource machine;
    private final PolicyVersion standard = PolicyVersion.shipped();

    JdbcRoutingPolicies(JdbcClient jdbc, InstantSource machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    @Override
    public PolicyVersion current() {
        return jdbc.sql("select * from routing_policy order by version desc limit 1")
                .query(JdbcRoutingPolicies::read)
                .optional()
                .orElse(standard);
    }

    @Override
    public PolicyVersion version(int number) {
        return number == 0
                ? standard
                : jdbc.sql("select * from routing_policy where version = :number")
                        .param("number", number)
                        .query(JdbcRoutingPolicies::read)
                        .single();
    }

    @Override
    public PolicyVersion add(String document, String author) {
        PolicyReading.read(document);
        PolicyVersion newest = current();
        return newest.document().equals(document)
                ? newest
                : jdbc.sql("""
                        insert into routing_policy (document, author, created_at) values (:document, :author, :at)
                        returning *
                        """)
                        .param("document", document)
                        .param("author", author)
                        .param("at", Timestamp.from(machine.instant().truncatedTo(ChronoUnit.MILLIS)))
                        .query(JdbcRoutingPolicies::read)
                        .single();
    }

    private static PolicyVersion read(ResultSet row, int n) throws SQLException {
        return new PolicyVersion(
                row.getInt("version"),
                row.getString("document"),
                row.getString("author"),
                row.getTimestamp("created_at").toInstant());
    }
}
