package io.github.throughline.checkin.submission;

import io.github.throughline.platform.web.Problem;

/** An answer is said to be older than the window that it is for. */
final class AnsweredBeforeOpening extends Problem {

    AnsweredBeforeOpening() {
        super(422, "ANSWERED_BEFORE_OPENING", "the answer is older than the check-in's window", "answeredAt");
    }
}
