package io.github.throughline.checkin.answers;

import io.github.throughline.checkin.checkin.Report;
import io.github.throughline.checkin.submission.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with a submission, and how it is right.
 *
 * @param by subject of the coordinator
 * @param reason why it is corrected; free text that stays here
 * @param answers the measures that were answered otherwise
 * @param sideEffects all of them; null: as they were
 * @param adherence all of it; null: as it was
 * @param medicationChanges all of them; null: as they were
 */
record Correction(
        String by,
        String reason,
        List<Submission.Answer> answers,
        @Nullable List<Report.SideEffect> sideEffects,
        @Nullable List<Submission.Done> adherence,
        @Nullable List<Report.MedicationChange> medicationChanges) {}
