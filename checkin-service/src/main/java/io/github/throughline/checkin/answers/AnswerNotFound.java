package io.github.throughline.checkin.answers;

import io.github.throughline.platform.web.Problem;

/** A correction of an answer that the submission does not have. */
final class AnswerNotFound extends Problem {

    AnswerNotFound(int answer) {
        super(
                422,
                "ANSWER_NOT_FOUND",
                "the measure was not answered with this check-in; send the value as a reading of the episode",
                "answers[" + answer + "].measure");
    }
}
