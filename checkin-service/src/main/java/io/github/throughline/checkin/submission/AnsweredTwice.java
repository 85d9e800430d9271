package io.github.throughline.checkin.submission;

import io.github.throughline.platform.web.Problem;

/** One submission says something twice; which of it is meant nobody can tell. */
final class AnsweredTwice extends Problem {

    private AnsweredTwice(String detail, String field) {
        super(422, "ANSWERED_TWICE", detail, field);
    }

    static AnsweredTwice ofMeasure() {
        return new AnsweredTwice("a measure has two answers in one submission", "answers");
    }

    static AnsweredTwice ofActivity() {
        return new AnsweredTwice("an activity is told twice in one submission", "adherence");
    }
}
