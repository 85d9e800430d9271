package io.github.throughline.checkin.submission;

import io.github.throughline.checkin.checkin.Checkin;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a submission can be an answer to a check-in, before anything of it is scored. */
final class SubmissionCheck {

    private SubmissionCheck() {}

    static void check(Checkin checkin, Submission submission, Instant answeredAt) {
        if (answeredAt.isBefore(checkin.window().opensAt())) {
            throw new AnsweredBeforeOpening();
        }
        checkAnswers(checkin, submission);
        PlannedReports.checkDays(submission.sideEffects(), submission.medicationChanges(), answeredAt);
    }

    private static void checkAnswers(Checkin checkin, Submission submission) {
        if (isAnyTwice(submission.answers(), Submission.Answer::measure)) {
            throw AnsweredTwice.ofMeasure();
        }
        Set<String> given =
                submission.answers().stream().map(Submission.Answer::measure).collect(Collectors.toSet());
        List<String> missing = checkin.measures().stream()
                .filter(measure ->
                        !given.contains(measure) && !checkin.answered().containsKey(measure))
                .filter(measure -> !submission.notAsked().contains(measure))
                .toList();
        if (!missing.isEmpty()) {
            throw new AnswersMissing(missing);
        }
    }

    static <T> boolean isAnyTwice(List<T> told, Function<T, String> what) {
        return told.stream().map(what).distinct().count() < told.size();
    }
}
