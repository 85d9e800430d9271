package io.github.throughline.checkin.page;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Readings of an episode, for the one who gave them. */
@Repository
class JdbcTrends {

    private final JdbcClient jdbc;

    JdbcTrends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that could be scored, in the order of time. */
    List<Trend.Value> ofEpisode(UUID episodeId) {
        return jdbc.sql("""
                select measure, observed_at, value from reading
                where episode_id = :episode and value is not null order by observed_at, id
                """)
                .param("episode", episodeId)
                .query((row, n) -> new Trend.Value(
                        row.getString("measure"),
                        row.getTimestamp("observed_at").toInstant(),
                        row.getDouble("value")))
                .list();
    }
}
