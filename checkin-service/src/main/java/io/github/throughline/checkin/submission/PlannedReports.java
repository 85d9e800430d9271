package io.github.throughline.checkin.submission;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.Report;
import io.github.throughline.checkin.schedule.Schedule;
import io.github.throughline.signedplan.Activity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is told beside the measures, held against the plan that asked and against the calendar. */
public final class PlannedReports {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private PlannedReports() {}

    /**
     * First days are of the patient's time zone, which may be a day ahead of ours.
     *
     * @throws ImplausibleFirstDay where something began after the answer that tells it, or in another century
     */
    public static void checkDays(
            Collection<Report.SideEffect> sideEffects,
            Collection<Report.MedicationChange> medicationChanges,
            Instant answeredAt) {
        LocalDate latest = answeredAt.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        check(sideEffects.stream().map(Report.SideEffect::since), latest, "sideEffects");
        check(medicationChanges.stream().map(Report.MedicationChange::since), latest, "medicationChanges");
    }

    private static void check(Stream<LocalDate> firstDays, LocalDate latest, String field) {
        boolean isAllPlausible = firstDays
                .filter(Objects::nonNull)
                .noneMatch(since -> since.isBefore(EARLIEST) || since.isAfter(latest));
        if (!isAllPlausible) {
            throw new ImplausibleFirstDay(field);
        }
    }

    /**
     * How often each activity was done, beside how often it was planned.
     *
     * @throws UnknownActivity where the plan that asked has it not
     * @throws AnsweredTwice where one is told twice
     */
    public static List<Report.Adherence> adherence(Schedule schedule, Checkin checkin, List<Submission.Done> told) {
        if (SubmissionCheck.isAnyTwice(told, Submission.Done::activity)) {
            throw AnsweredTwice.ofActivity();
        }
        return told.stream()
                .map(done -> activity(schedule, checkin, done.activity())
                        .map(activity -> new Report.Adherence(activity.id(), done.times(), activity.timesPerWeek()))
                        .orElseThrow(UnknownActivity::new))
                .toList();
    }

    /** By the plan version that asked; what a later one has brought since can be told while the check-in is open. */
    private static Optional<Activity> activity(Schedule schedule, Checkin checkin, String id) {
        Optional<Activity> asked = schedule.planOf(checkin).flatMap(plan -> plan.activity(id));
        return asked.isEmpty() && checkin.state().isOpen() ? schedule.plan().flatMap(plan -> plan.activity(id)) : asked;
    }
}
