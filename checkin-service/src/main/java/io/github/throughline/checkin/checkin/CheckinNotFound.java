package io.github.throughline.checkin.checkin;

import io.github.throughline.platform.web.Problem;
import java.util.UUID;

/** The episode has no such check-in. */
public final class CheckinNotFound extends Problem {

    public CheckinNotFound(UUID checkinId) {
        super(404, "CHECKIN_NOT_FOUND", "the episode has no check-in %s".formatted(checkinId));
    }
}
