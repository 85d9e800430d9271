package io.github.throughline.checkin.message;

import java.util.Optional;
import java.util.UUID;

/** All messages. */
public interface Messages {

    Optional<Message> find(UUID episodeId, UUID id);

    void add(Message message);
}
