package io.github.throughline.checkin.pause;

import io.github.throughline.platform.web.Problem;

/** A pause that can not be meant. */
final class ImplausiblePause extends Problem {

    ImplausiblePause(String detail, String field) {
        super(422, "PAUSE_IMPLAUSIBLE", detail, field);
    }
}
