package io.github.throughline.checkin.submission;

import io.github.throughline.platform.web.Problem;
import java.util.List;

/** A measure that is due has no answer yet. */
final class AnswersMissing extends Problem {

    AnswersMissing(List<String> measures) {
        super(
                422,
                "ANSWERS_MISSING",
                "no answer to %s; one that the patient skipped has items that are all null"
                        .formatted(String.join(", ", measures)),
                "answers");
    }
}
