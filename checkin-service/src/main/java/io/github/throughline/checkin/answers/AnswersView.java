package io.github.throughline.checkin.answers;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.KeptReport;
import io.github.throughline.checkin.checkin.Report;
import io.github.throughline.checkin.reading.Reading;
import io.github.throughline.checkin.reading.SubmittedReadings.Replaced;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted with a check-in.
 *
 * @param version change number of the check-in; a correction names it as If-Match
 * @param messageId message to the coordinator, which is read by its id; null: none
 */
record AnswersView(
        UUID checkinId,
        String state,
        int version,
        Instant answeredAt,
        List<AnswerView> answers,
        List<Report.SideEffect> sideEffects,
        List<Report.Adherence> adherence,
        List<Report.MedicationChange> medicationChanges,
        @Nullable UUID messageId) {

    static AnswersView of(Checkin checkin, KeptReport kept, List<Reading> readings) {
        Report report = kept.report();
        return new AnswersView(
                checkin.id().value(),
                checkin.state().word(),
                checkin.version(),
                kept.answeredAt(),
                readings.stream()
                        .map(reading -> AnswerView.of(
                                reading.result(), reading.revision().version()))
                        .toList(),
                report.sideEffects(),
                report.adherence(),
                report.medicationChanges(),
                report.messageId());
    }

    /**
     * The answer to one measure.
     *
     * @param items answers by item id; empty: only a total was given
     * @param version change number of the reading
     */
    record AnswerView(
            String measure,
            Map<String, Integer> items,
            @Nullable Double value,
            @Nullable String unscoredReason,
            int version) {

        static AnswerView of(Reading.Result result, int version) {
            return new AnswerView(result.measure(), result.answers(), result.value(), result.unscoredReason(), version);
        }
    }

    /**
     * How a submission came to say what it says.
     *
     * @param reports oldest first; the first was submitted
     * @param replacedAnswers what answers were before they were corrected, oldest first
     */
    record HistoryView(List<ReportView> reports, List<ReplacedView> replacedAnswers) {

        static HistoryView of(List<KeptReport> reports, List<Replaced> replaced) {
            return new HistoryView(
                    reports.stream().map(ReportView::of).toList(),
                    replaced.stream().map(ReplacedView::of).toList());
        }
    }

    /**
     * @param at care time of the submission or correction
     * @param reason why it was corrected; null: it is the submission
     */
    record ReportView(
            int version, Instant at, String by, @Nullable String reason, Report report) {

        static ReportView of(KeptReport kept) {
            return new ReportView(kept.version(), kept.toldAt(), kept.by(), kept.reason(), kept.report());
        }
    }

    record ReplacedView(AnswerView answer, Instant replacedAt) {

        static ReplacedView of(Replaced replaced) {
            return new ReplacedView(AnswerView.of(replaced.result(), replaced.version()), replaced.replacedAt());
        }
    }
}
