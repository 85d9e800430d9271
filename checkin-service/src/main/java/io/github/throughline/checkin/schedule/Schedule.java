package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.CheckinFact;
import io.github.throughline.checkin.checkin.CheckinFact.Kind;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.checkin.PlanWeek;
import io.github.throughline.checkin.checkin.Report;
import io.github.throughline.checkin.checkin.Window;
import io.github.throughline.checkin.plan.PlanTimeline;
import io.github.throughline.checkin.plan.PlanVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The check-ins of one episode in time. It goes on from step to step in the order of care time, however far care time
 * has jumped, and collects the facts; each has the time at which it fell due.
 */
public final class Schedule {

    private final UUID episodeId;
    private final UUID patientId;
    private final @Nullable EpisodeCalendar episode;
    private final Agenda agenda;
    private PlanTimeline plans;
    private Position position;
    private Instant reached = Instant.EPOCH;

    /**
     * @param episode null: not known yet, so that nothing can be scheduled
     * @param checkins those that can still change
     */
    Schedule(
            UUID episodeId,
            UUID patientId,
            @Nullable EpisodeCalendar episode,
            PlanTimeline plans,
            Position position,
            Collection<Checkin> checkins) {
        this.episodeId = episodeId;
        this.patientId = patientId;
        this.episode = episode;
        this.plans = plans;
        this.position = position;
        this.agenda = new Agenda(checkins);
    }

    public UUID episodeId() {
        return episodeId;
    }

    public UUID patientId() {
        return patientId;
    }

    /** The plan version in effect. */
    public Optional<PlanVersion> plan() {
        return plans.version(position.planId(), position.planVersion());
    }

    /** The plan version that a check-in asks by. */
    public Optional<PlanVersion> planOf(Checkin checkin) {
        return plans.version(checkin.week().planId(), checkin.week().planVersion());
    }

    public Optional<Checkin> checkin(CheckinId id) {
        return agenda.checkin(id);
    }

    public PlanTimeline plans() {
        return plans;
    }

    Position position() {
        return position;
    }

    Agenda agenda() {
        return agenda;
    }

    /** Goes on to the moment, which is now. */
    void advance(Moment moment) {
        reached = moment.now();
        if (position.runningSince() != null) {
            agenda.takeBackMisses(moment);
        }
        goOn(moment);
    }

    private void goOn(Moment moment) {
        Optional<Step> next = next(moment);
        while (next.isPresent()) {
            take(next.get(), moment);
            next = next(moment);
        }
    }

    /** A plan version is new, or stands elsewhere since some time that may have passed. */
    void learn(PlanVersion version, Moment moment) {
        reached = moment.now();
        Moment then = moment.at(version.since());
        goOn(then);
        plans = plans.with(version);
        settle(then);
        advance(moment);
    }

    /** The episode changed at some time that may have passed; it is known here as it stands now. */
    void episodeChanged(Instant since, Moment moment) {
        reached = moment.now();
        Moment then = moment.at(since);
        goOn(then);
        settle(then);
        advance(moment);
    }

    /** The patient is away at other times than was known: what is not asked for any more is no miss. */
    void pausesChanged(Moment moment) {
        agenda.withdraw(checkin -> isPaused(checkin.window()), moment.now());
        reinstate(moment.now(), moment.readings());
        advance(moment);
    }

    private void reinstate(Instant since, Moment.Observed readings) {
        plan().filter(this::isHeld)
                .ifPresent(held -> agenda.reinstate(held, since, readings, window -> !isPaused(window)));
    }

    private boolean isPaused(Window window) {
        return episode != null && episode.isPaused(window);
    }

    /** A reading answers the window in which it was observed. */
    public void answeredBy(String measure, Instant observedAt) {
        agenda.all()
                .filter(checkin -> checkin.isAnsweredBy(measure, observedAt))
                .map(checkin -> checkin.withAnswer(measure, observedAt))
                .toList()
                .forEach(checkin -> agenda.answered(checkin, observedAt));
    }

    /**
     * A check-in is submitted.
     *
     * @param measures those that the submission answers
     */
    public Checkin submit(CheckinId id, Collection<String> measures, Instant answeredAt, Report report) {
        var answers = new TreeMap<String, Instant>();
        measures.forEach(measure -> answers.put(measure, answeredAt));
        return agenda.submitted(atHand(id).withAnswers(answers), answeredAt, report);
    }

    /**
     * What was submitted with a check-in is corrected: from when it was answered on.
     *
     * @param report as it stands now
     */
    public Checkin correct(CheckinId id, Instant answeredAt, Report report) {
        return agenda.corrected(atHand(id), answeredAt, report);
    }

    private Checkin atHand(CheckinId id) {
        return checkin(id).orElseThrow(() -> new IllegalArgumentException("not a check-in at hand: " + id));
    }

    /** When the next fact other than a miss falls due; empty: nothing is foreseen. */
    Optional<Instant> dueAt() {
        return upcoming().flatMap(Upcoming::dueAt);
    }

    /** When the next check-in counts as missed. */
    Optional<Instant> missedAt() {
        return upcoming().flatMap(Upcoming::missedAt);
    }

    private Optional<Step> next(Moment moment) {
        return upcoming().flatMap(upcoming -> upcoming.next(moment));
    }

    private Optional<Upcoming> upcoming() {
        return Optional.ofNullable(episode).map(known -> new Upcoming(known, plans, position, agenda, reached));
    }

    private void take(Step step, Moment moment) {
        switch (step) {
            case Step.TakeEffect effect -> takeEffect(effect.version(), moment);
            case Step.ReportDue due -> agenda.reportDue(due.checkin());
            case Step.Miss miss -> agenda.miss(miss.checkin(), moment.downtime().get());
            case Step.Remind remind -> agenda.remind(remind, moment.now());
            case Step.Pass pass -> pass(pass);
            case Step.Open open -> open(open, moment.readings());
        }
    }

    private void takeEffect(PlanVersion version, Moment moment) {
        if (!version.planId().equals(position.planId())) {
            agenda.withdrawFrom(version.effectiveFrom());
        }
        position = position.in(version.planId(), version.number());
        agenda.replan(version, moment.readings());
        settle(moment.at(version.effectiveFrom()));
    }

    private void pass(Step.Pass pass) {
        Instant since = position.runningSince();
        if (since != null && pass.at().isAfter(since)) {
            Checkin week = Checkin.passed(weekAtHand(), pass.week());
            agenda.tell(new CheckinFact(Kind.TICK, week, pass.at()));
        }
        position = position.nextWeekPassed();
    }

    private void open(Step.Open open, Moment.Observed readings) {
        agenda.open(Checkin.opened(weekAtHand(), open.window(), open.measures()), open.at(), readings);
        position = position.nextWeekPassed();
    }

    private PlanWeek weekAtHand() {
        UUID planId = plan().orElseThrow().planId();
        return new PlanWeek(planId, position.planVersion(), position.nextWeek());
    }

    /** Starts or stops holding check-ins, as plan and episode stand. */
    private void settle(Moment moment) {
        Optional<PlanVersion> held = plan().filter(this::isHeld);
        boolean isRunning = position.runningSince() != null;
        if (held.isEmpty() && isRunning) {
            agenda.withdrawFrom(moment.now());
            position = position.running(null);
        } else if (held.isPresent() && !isRunning) {
            Instant effective = held.get().effectiveFrom();
            Instant since = moment.now().isBefore(effective) ? effective : moment.now();
            position = position.running(since);
            reinstate(since, moment.readings());
        }
    }

    private boolean isHeld(PlanVersion plan) {
        return episode != null && episode.isOpen() && plan.isRunning() && !plans.isEnded(plan.planId());
    }
}
