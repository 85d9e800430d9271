package io.github.throughline.checkin.submission;

import io.github.throughline.platform.web.Problem;

/** One submission answers a measure twice. */
final class AnsweredTwice extends Problem {

    AnsweredTwice() {
        super(422, "ANSWERED_TWICE", "a measure has two answers in one submission", "answers");
    }
}
