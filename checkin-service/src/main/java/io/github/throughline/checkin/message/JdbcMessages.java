package io.github.throughline.checkin.message;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages as rows. */
@Repository
class JdbcMessages implements Messages {

    private final JdbcClient jdbc;

    JdbcMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Message> find(UUID episodeId, UUID id) {
        return jdbc.sql("select * from message where id = :id and episode_id = :episodeId")
                .param("id", id)
                .param("episodeId", episodeId)
                .query((row, n) -> new Message(
                        row.getObject("id", UUID.class),
                        row.getObject("episode_id", UUID.class),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("author"),
                        row.getString("text")))
                .optional();
    }

    @Override
    public void add(Message message) {
        jdbc.sql("""
                insert into message (id, episode_id, written_at, author, text)
                values (:id, :episodeId, :writtenAt, :author, :text)
                """)
                .param("id", message.id())
                .param("episodeId", message.episodeId())
                .param("writtenAt", Timestamp.from(message.writtenAt()))
                .param("author", message.author())
                .param("text", message.text())
                .update();
    }
}
