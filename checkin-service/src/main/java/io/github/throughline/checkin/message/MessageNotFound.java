package io.github.throughline.checkin.message;

import io.github.throughline.platform.web.Problem;
import java.util.UUID;

/** The episode has no such message, or none that the caller may read. */
final class MessageNotFound extends Problem {

    MessageNotFound(UUID id) {
        super(404, "MESSAGE_NOT_FOUND", "the episode has no message %s that you may read".formatted(id));
    }
}
