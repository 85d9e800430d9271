package io.github.throughline.checkin.answers;

import static io.github.throughline.checkin.submission.SubmissionForm.STORABLE;

import io.github.throughline.checkin.submission.SubmissionForm.AdherenceForm;
import io.github.throughline.checkin.submission.SubmissionForm.AnswerForm;
import io.github.throughline.checkin.submission.SubmissionForm.MedicationChangeForm;
import io.github.throughline.checkin.submission.SubmissionForm.SideEffectForm;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A correction as callers send it. What is absent stays as it was submitted.
 *
 * @param reason why, for the record
 */
record CorrectionForm(
        @NotBlank @Size(max = 500) @Pattern(regexp = STORABLE)
        String reason,

        @Nullable @Size(max = 30) List<@NotNull @Valid AnswerForm> answers,
        @Nullable @Size(max = 50) List<@NotNull @Valid SideEffectForm> sideEffects,
        @Nullable @Size(max = 50) List<@NotNull @Valid AdherenceForm> adherence,
        @Nullable @Size(max = 50) List<@NotNull @Valid MedicationChangeForm> medicationChanges) {

    Correction by(String coordinator) {
        return new Correction(
                coordinator,
                reason,
                answers == null
                        ? List.of()
                        : answers.stream().map(AnswerForm::answer).toList(),
                each(sideEffects, SideEffectForm::sideEffect),
                each(adherence, AdherenceForm::toDone),
                each(medicationChanges, MedicationChangeForm::medicationChange));
    }

    private static <T, R> @Nullable List<R> each(@Nullable List<T> forms, Function<T, R> meaning) {
        return forms == null ? null : forms.stream().map(meaning).toList();
    }
}
