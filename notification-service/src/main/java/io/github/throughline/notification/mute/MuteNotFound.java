package io.github.throughline.notification.mute;

import io.github.throughline.platform.web.Problem;

/** There is none of the caller's that is not over. */
final class MuteNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    MuteNotFound() {
        super(404, "MUTE_NOT_FOUND", "there is no mute of yours with this id that is not over");
    }
}
