package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.PatientNotice;
import io.github.throughline.checkin.checkin.Window;
import io.github.throughline.checkin.plan.PlanTimeline;
import io.github.throughline.checkin.plan.PlanVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What comes next in an episode, as everything stands: plan versions, the week at hand, ends of windows, reminders.
 *
 * @param reached care time now, however far the schedule itself has got: nobody is reminded before it
 */
record Upcoming(EpisodeCalendar episode, PlanTimeline plans, Position position, Agenda agenda, Instant reached) {

    /** What has fallen due next; empty: nothing has. */
    Optional<Step> next(Moment moment) {
        return steps().filter(step -> !step.at().isAfter(step instanceof Step.Miss ? moment.lastMiss() : moment.now()))
                .min(Step.ORDER);
    }

    /** When the next step other than a miss falls due. */
    Optional<Instant> dueAt() {
        return earliest(step -> !(step instanceof Step.Miss));
    }

    Optional<Instant> missedAt() {
        return earliest(Step.Miss.class::isInstance);
    }

    private Optional<Instant> earliest(Predicate<Step> which) {
        return steps().filter(which).map(Step::at).min(Comparator.naturalOrder());
    }

    private Stream<Step> steps() {
        Optional<PlanVersion> plan = plans.version(position.planId(), position.planVersion());
        Stream<Step> effect = plans.after(plan.orElse(null)).map(Step.TakeEffect::new).stream()
                .map(Step.class::cast);
        return Stream.of(effect, plan.flatMap(this::week).stream(), agenda.steps(), reminders())
                .flatMap(steps -> steps);
    }

    /** What the first week that has neither opened nor passed brings: a window, or nothing but its end. */
    private Optional<Step> week(PlanVersion plan) {
        Instant since = position.runningSince();
        return since == null ? Optional.empty() : Optional.of(week(plan, position.nextWeek(), since));
    }

    private Step week(PlanVersion plan, int week, Instant since) {
        var calendar = PlanCalendar.of(plans.start(plan.planId()), episode.zone());
        Window window = calendar.window(week, plan.content().checkins());
        Instant opens = Stream.of(window.opensAt(), since, plan.effectiveFrom())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<String> due = plan.due(week);
        return due.isEmpty() || !opens.isBefore(window.endsAt()) || episode.isPaused(window)
                ? new Step.Pass(calendar.wholeWeek(week))
                : new Step.Open(window, due, opens);
    }

    private Stream<Step> reminders() {
        return agenda.open()
                .flatMap(checkin ->
                        reminder(checkin)
                                .map(notice -> new Step.Remind(checkin, notice, isOvertaken(checkin, notice)))
                                .stream());
    }

    /** Whether another reminder of the same check-in has fallen due as well: then one is enough. */
    private boolean isOvertaken(Checkin checkin, PatientNotice notice) {
        return reminder(checkin.reminded(notice.reminder()))
                .filter(next -> !next.dueAt().isAfter(reached))
                .isPresent();
    }

    private Optional<PatientNotice> reminder(Checkin checkin) {
        Instant openedAt = plans.version(checkin.week().planId(), checkin.week().planVersion())
                .map(PlanVersion::effectiveFrom)
                .filter(checkin.window()::contains)
                .orElse(checkin.window().opensAt());
        return episode.reminders().next(checkin, openedAt, reached, episode.zone());
    }
}
