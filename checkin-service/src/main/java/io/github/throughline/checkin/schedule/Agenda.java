package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.CheckinFact;
import io.github.throughline.checkin.checkin.CheckinFact.Kind;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.checkin.CheckinState;
import io.github.throughline.checkin.checkin.PatientNotice;
import io.github.throughline.checkin.checkin.PlanWeek;
import io.github.throughline.checkin.checkin.Report;
import io.github.throughline.checkin.checkin.Window;
import io.github.throughline.checkin.outage.Downtime;
import io.github.throughline.checkin.plan.PlanVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The check-ins at hand, what became of them, and the facts to be told. */
final class Agenda {

    private final Map<CheckinId, Checkin> checkins = new LinkedHashMap<>();
    private final Set<CheckinId> changed = new LinkedHashSet<>();
    private final List<CheckinFact> facts = new ArrayList<>();
    private final List<PatientNotice> notices = new ArrayList<>();

    Agenda(Collection<Checkin> checkins) {
        checkins.forEach(checkin -> this.checkins.put(checkin.id(), checkin));
    }

    Optional<Checkin> checkin(CheckinId id) {
        return Optional.ofNullable(checkins.get(id));
    }

    Stream<Checkin> all() {
        return checkins.values().stream();
    }

    List<Checkin> changed() {
        return changed.stream().flatMap(id -> checkin(id).stream()).toList();
    }

    /** In the order in which they happened. */
    List<CheckinFact> facts() {
        return List.copyOf(facts);
    }

    Stream<Checkin> open() {
        return all().filter(checkin -> checkin.state().isOpen());
    }

    /** The reminders that the patient is to get. */
    List<PatientNotice> notices() {
        return List.copyOf(notices);
    }

    /**
     * One reminder is behind the check-in. It is told unless it has become pointless, as after an outage.
     *
     * @param now how far care time has got
     */
    void remind(Step.Remind step, Instant now) {
        put(step.checkin().reminded(step.notice().reminder()));
        if (!step.isOvertaken() && step.notice().expiresAt().isAfter(now)) {
            notices.add(step.notice());
        }
    }

    Stream<Step> steps() {
        return open().map(checkin ->
                checkin.state() == CheckinState.OPENED ? new Step.ReportDue(checkin) : new Step.Miss(checkin));
    }

    void tell(CheckinFact fact) {
        facts.add(fact);
        if (fact.kind() != Kind.TICK) {
            put(fact.checkin());
        }
    }

    /** Keeps an answer; the check-in is complete once all measures have theirs. @param at when that is, at the earliest */
    void answered(Checkin checkin, Instant at) {
        if (!checkin.isComplete()) {
            put(checkin);
            return;
        }
        boolean isLate = checkin.state().isLate();
        Instant completed = checkin.completedAt().isAfter(at) ? checkin.completedAt() : at;
        Checkin complete = checkin.to(isLate ? CheckinState.ANSWERED_LATE : CheckinState.ANSWERED);
        tell(new CheckinFact(isLate ? Kind.SUBMITTED_LATE : Kind.SUBMITTED, complete, completed));
    }

    Checkin submitted(Checkin answered, Instant answeredAt, Report report) {
        boolean isLate = answered.state().isLate();
        Checkin submitted = answered.to(isLate ? CheckinState.SUBMITTED_LATE : CheckinState.SUBMITTED);
        tell(new CheckinFact(isLate ? Kind.SUBMITTED_LATE : Kind.SUBMITTED, submitted, answeredAt, report));
        return submitted;
    }

    Checkin corrected(Checkin submitted, Instant answeredAt, Report report) {
        Checkin corrected = submitted.to(submitted.state());
        tell(new CheckinFact(Kind.CORRECTED, corrected, answeredAt, report));
        return corrected;
    }

    void reportDue(Checkin checkin) {
        tell(new CheckinFact(
                Kind.REPORT_DUE,
                checkin.to(CheckinState.REPORT_DUE),
                checkin.window().endsAt()));
    }

    /** Missed, unless an outage has moved the end of its grace. */
    void miss(Checkin checkin, Downtime downtime) {
        Instant graceEnd = downtime.graceEnd(checkin.window());
        if (graceEnd.isAfter(checkin.window().graceEndsAt())) {
            put(checkin.withGraceEndingAt(graceEnd));
        } else {
            Instant at = checkin.window().graceEndsAt();
            tell(new CheckinFact(Kind.MISSED, checkin.to(CheckinState.MISSED), at));
        }
    }

    /** A miss is no miss while an outage that became known later still extends the grace. */
    void takeBackMisses(Moment moment) {
        missed().forEach(checkin -> {
            Instant graceEnd = moment.downtime().get().graceEnd(checkin.window());
            if (graceEnd.isAfter(checkin.window().graceEndsAt()) && graceEnd.isAfter(moment.now())) {
                takeBack(checkin.withGraceEndingAt(graceEnd), moment.now());
            }
        });
    }

    private List<Checkin> missed() {
        return all().filter(checkin -> checkin.state() == CheckinState.MISSED).toList();
    }

    private void takeBack(Checkin missed, Instant at) {
        tell(new CheckinFact(Kind.REPORT_DUE, missed.to(CheckinState.REPORT_DUE), at));
    }

    /** From an instant on nothing is asked; what has been told as missed at a later one is no miss. */
    void withdrawFrom(Instant at) {
        withdraw(
                checkin -> checkin.state() != CheckinState.MISSED
                        || checkin.window().graceEndsAt().isAfter(at),
                at);
    }

    /** Some are not asked for any more, and not missed either. @param at when that is told */
    void withdraw(Predicate<Checkin> which, Instant at) {
        missed().stream().filter(which).forEach(checkin -> takeBack(checkin, at));
        open().filter(which).toList().forEach(this::withdraw);
    }

    /** Nobody is told: what was opened and is not asked for any more needs no answer. */
    private void withdraw(Checkin checkin) {
        put(checkin.to(CheckinState.WITHDRAWN));
    }

    /** The window opens; a reading that was observed in it before is an answer. */
    void open(Checkin checkin, Instant at, Moment.Observed readings) {
        Map<String, Instant> answers = new TreeMap<>(
                readings.between(checkin.window().opensAt(), checkin.window().endsAt()));
        answers.keySet().retainAll(checkin.measures());
        tell(new CheckinFact(Kind.OPENED, checkin, at));
        answered(checkin.withAnswers(answers), at);
    }

    /** A new version changes what the open window asks for; answers stay. */
    void replan(PlanVersion plan, Moment.Observed readings) {
        all().filter(checkin -> checkin.state() == CheckinState.OPENED).toList().forEach(checkin -> {
            List<String> due = plan.due(checkin.week().number());
            if (due.isEmpty()) {
                withdraw(checkin);
            } else if (!Set.copyOf(due).equals(Set.copyOf(checkin.measures()))) {
                open(replanned(checkin, plan, due), plan.effectiveFrom(), readings);
            }
        });
    }

    /** The plan is resumed, or a pause taken back: a window that has not ended is asked for again. */
    void reinstate(PlanVersion plan, Instant at, Moment.Observed readings, Predicate<Window> isAsked) {
        all().filter(checkin -> checkin.state() == CheckinState.WITHDRAWN)
                .filter(checkin -> isAsked.test(checkin.window()))
                .filter(checkin -> checkin.week().planId().equals(plan.planId()))
                .filter(checkin -> checkin.window().endsAt().isAfter(at))
                .toList()
                .forEach(checkin -> {
                    List<String> due = plan.due(checkin.week().number());
                    if (!due.isEmpty()) {
                        open(replanned(checkin, plan, due), at, readings);
                    }
                });
    }

    private static Checkin replanned(Checkin checkin, PlanVersion plan, List<String> due) {
        return checkin.replanned(
                new PlanWeek(plan.planId(), plan.number(), checkin.week().number()), due);
    }

    private void put(Checkin checkin) {
        checkins.put(checkin.id(), checkin);
        changed.add(checkin.id());
    }
}
