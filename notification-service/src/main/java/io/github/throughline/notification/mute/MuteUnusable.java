package io.github.throughline.notification.mute;

import io.github.throughline.platform.web.Problem;

/** A mute that can not be: without an end that is to come, or for too long. */
final class MuteUnusable extends Problem {

    private static final long serialVersionUID = 1L;

    MuteUnusable(String detail, String field) {
        super(422, "MUTE_UNUSABLE", detail, field);
    }
}
