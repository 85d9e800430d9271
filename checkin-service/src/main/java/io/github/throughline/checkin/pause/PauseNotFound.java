package io.github.throughline.checkin.pause;

import io.github.throughline.platform.web.Problem;
import java.util.UUID;

/** The episode has no such pause, or it was taken back. */
final class PauseNotFound extends Problem {

    PauseNotFound(UUID id) {
        super(404, "PAUSE_NOT_FOUND", "no pause %s stands in the episode".formatted(id));
    }
}
