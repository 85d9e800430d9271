package io.github.throughline.checkin.submission;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a submission can be an answer to a check-in, before anything of it is scored. */
final class SubmissionCheck {

    private static final LocalDate EARLIEST_SIDE_EFFECT = LocalDate.of(1900, 1, 1);

    private SubmissionCheck() {}

    static void check(Checkin checkin, Submission submission, Instant answeredAt) {
        if (answeredAt.isBefore(checkin.window().opensAt())) {
            throw new AnsweredBeforeOpening();
        }
        checkAnswers(checkin, submission);
        checkSideEffects(submission, answeredAt);
        if (isAnyTwice(submission.adherence(), Submission.Done::activity)) {
            throw AnsweredTwice.ofActivity();
        }
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
                .toList();
        if (!missing.isEmpty()) {
            throw new AnswersMissing(missing);
        }
    }

    /** First days are of the patient's time zone, which may be a day ahead of ours. */
    private static void checkSideEffects(Submission submission, Instant answeredAt) {
        LocalDate latest = answeredAt.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        boolean isAllPlausible = submission.sideEffects().stream()
                .map(Report.SideEffect::since)
                .filter(Objects::nonNull)
                .noneMatch(since -> since.isBefore(EARLIEST_SIDE_EFFECT) || since.isAfter(latest));
        if (!isAllPlausible) {
            throw new ImplausibleSideEffect();
        }
    }

    private static <T> boolean isAnyTwice(List<T> told, Function<T, String> what) {
        return told.stream().map(what).distinct().count() < told.size();
    }
}
