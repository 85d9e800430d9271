package io.github.throughline.checkin.submission;

import io.github.throughline.platform.web.Problem;

/** No answer is taken any more. */
final class CheckinClosed extends Problem {

    CheckinClosed() {
        super(409, "CHECKIN_CLOSED", "the check-in is no longer asked for; send values as readings of the episode");
    }
}
