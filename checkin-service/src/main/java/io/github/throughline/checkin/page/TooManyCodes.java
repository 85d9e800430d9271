package io.github.throughline.checkin.page;

import io.github.throughline.platform.web.Problem;

/** A code was asked for a moment ago, or too many were today. */
final class TooManyCodes extends Problem {

    TooManyCodes() {
        super(429, "TOO_MANY_CODES", "a code was sent a moment ago; one a minute and five a day can be asked for");
    }
}
