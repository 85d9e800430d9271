package io.github.throughline.checkin.submission;

import io.github.throughline.checkin.access.Giver;
import io.github.throughline.checkin.checkin.Report;
import io.github.throughline.checkin.message.Message;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A submission as callers send it.
 *
 * @param answeredAt when the patient answered; absent: now
 * @param message to the coordinator, free text
 * @param answers one for each measure due that has no reading of the window yet; further measures are recorded too
 */
public record SubmissionForm(
        @Nullable Instant answeredAt,
        @NotNull @Size(max = 30) List<@NotNull @Valid AnswerForm> answers,
        @Nullable @Size(max = 50) List<@NotNull @Valid SideEffectForm> sideEffects,
        @Nullable @Size(max = 50) List<@NotNull @Valid AdherenceForm> adherence,
        @Nullable @Size(max = 50) List<@NotNull @Valid MedicationChangeForm> medicationChanges,

        @Nullable @Size(max = Message.LONGEST) @Pattern(regexp = STORABLE)
        String message) {

    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._:-]{0,79}";

    /** Any text but with the one character that PostgreSQL can not hold. */
    public static final String STORABLE = "[^\\x00]*";

    /** @param items answers by item id, null: left out; absent: only a total is given */
    public record AnswerForm(
            @NotBlank String measure,
            @Nullable @Size(max = 100) Map<String, @Nullable Integer> items,
            @Nullable Double total) {

        public Submission.Answer answer() {
            return new Submission.Answer(measure, items == null ? Map.of() : items, total);
        }
    }

    /**
     * @param term a code of the site's list, never free text
     * @param medication a code; absent: not said
     */
    public record SideEffectForm(
            @NotNull @Pattern(regexp = CODE) String term,
            @NotNull Report.Severity severity,
            @Nullable LocalDate since,
            @Nullable @Pattern(regexp = CODE) String medication) {

        public Report.SideEffect sideEffect() {
            return new Report.SideEffect(term, severity, since, medication);
        }
    }

    /** @param done times done in the week */
    public record AdherenceForm(
            @NotBlank String activity,
            @NotNull @Min(0) @Max(1000) Integer done) {

        public Submission.Done toDone() {
            return new Submission.Done(activity, done);
        }
    }

    /** @param medication a code of the site's list, never free text */
    public record MedicationChangeForm(
            @NotNull @Pattern(regexp = CODE) String medication,
            @NotNull Report.Change change,
            @Nullable LocalDate since) {

        public Report.MedicationChange medicationChange() {
            return new Report.MedicationChange(medication, change, since);
        }
    }

    Submission from(Giver giver) {
        return from(giver, Set.of());
    }

    /** @param notAsked measures that were due and could not be asked */
    public Submission from(Giver giver, Set<String> notAsked) {
        return new Submission(
                giver,
                answeredAt,
                answers.stream().map(AnswerForm::answer).toList(),
                sideEffects == null
                        ? List.of()
                        : sideEffects.stream().map(SideEffectForm::sideEffect).toList(),
                adherence == null
                        ? List.of()
                        : adherence.stream().map(AdherenceForm::toDone).toList(),
                medicationChanges == null
                        ? List.of()
                        : medicationChanges.stream()
                                .map(MedicationChangeForm::medicationChange)
                                .toList(),
                message == null || message.isBlank() ? null : message,
                notAsked);
    }
}
