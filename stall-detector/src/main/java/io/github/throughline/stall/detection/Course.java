package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Escalation.Severity;
import io.github.throughline.stall.detection.EscalationRegister.Stalled;
import io.github.throughline.stall.detection.MissedCheckins.Missed;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An episode's course up to a fact: the fold's working state. Facts come in the order of {@link Fact#ORDER}. */
final class Course {

    private static final Stalled SILENCE = new Stalled(Rule.MISSED_CHECKINS, MissedCheckins.SUBJECT);

    final UUID episodeId;

    /** The plan version in force; null: none. */
    @Nullable
    PlanTerms plan;

    boolean isPaused;
    final Map<String, MeasureTrend> trends = new TreeMap<>();

    /** The latest change of each plan, of the latest plans. */
    final Map<UUID, PlanChange> changes = new LinkedHashMap<>();

    final CheckinSeries checkins;
    final EscalationRegister register;

    Course(UUID episodeId) {
        this(episodeId, new CheckinSeries(), new EscalationRegister());
    }

    private Course(UUID episodeId, CheckinSeries checkins, EscalationRegister register) {
        this.episodeId = episodeId;
        this.checkins = checkins;
        this.register = register;
    }

    Course copy() {
        var copy = new Course(episodeId, checkins.copy(), register.copy());
        copy.plan = plan;
        copy.isPaused = isPaused;
        copy.trends.putAll(trends);
        copy.changes.putAll(changes);
        return copy;
    }

    /** The verdict of each measure that has one. */
    Map<String, Verdict> verdicts() {
        var verdicts = new TreeMap<String, Verdict>();
        trends.forEach((measure, trend) -> {
            if (trend.verdict() != null) {
                verdicts.put(measure, trend.verdict());
            }
        });
        return verdicts;
    }

    /** Whether the trends rest on the reading. */
    boolean restsOn(UUID readingId) {
        return trends.values().stream().anyMatch(trend -> trend.restsOn(readingId));
    }

    /**
     * Takes the next fact.
     *
     * @param timeline where the fact stands: a reading can be outdone by another of its instant, a miss taken back
     */
    void take(Fact fact, Timeline timeline) {
        switch (fact) {
            case Fact.PlanStands stands -> plan(stands);
            case Fact.ReadingTaken reading -> reading(reading, timeline);
            case Fact.CheckinStands checkin -> checkin(checkin, timeline);
            case Fact.Decided decided -> register.decide(decided.escalation(), decided.at(), watch());
            case Fact.TimePassed passed -> {}
        }
    }

    private Duration watch() {
        return plan == null ? Duration.ZERO : plan.watch();
    }

    private void plan(Fact.PlanStands stands) {
        PlanChange.add(changes, stands);
        switch (stands.state()) {
            case ENDED -> end(stands);
            case PAUSED -> enter(stands.terms(), stands.at(), true);
            case IN_FORCE -> enter(stands.terms(), stands.at(), false);
        }
    }

    private void end(Fact.PlanStands stands) {
        if (plan != null && plan.planId().equals(stands.terms().planId())) {
            register.endAll(escalation -> true, Resolution.ENDED, stands.at());
            leavePlan(Verdict.Reason.NO_PLAN, stands.at());
        }
    }

    private void enter(PlanTerms next, Instant at, boolean paused) {
        if (plan != null && next.isSupersededBy(plan)) {
            return;
        }
        if (plan != null && !plan.planId().equals(next.planId())) {
            register.endAll(escalation -> true, Resolution.PLAN_CHANGED, at);
            leavePlan(Verdict.Reason.PLAN_CHANGED, at);
        }
        if (plan != null) {
            plan.measures().forEach((measure, terms) -> change(measure, terms, next, at));
        }
        plan = next;
        if (paused != isPaused) {
            checkins.beginAnew();
        }
        isPaused = paused;
    }

    private void leavePlan(Verdict.Reason reason, Instant at) {
        plan = null;
        isPaused = false;
        trends.replaceAll((measure, trend) -> trend.over(reason, at));
        checkins.beginAnew();
    }

    private void change(String measure, MeasureTerms terms, PlanTerms next, Instant at) {
        Optional<MeasureTerms> same = next.measure(measure).filter(other -> !terms.isReplacedBy(other));
        if (same.isPresent() && !terms.isRetargetedBy(same.get())) {
            return;
        }
        register.endAll(e -> e.subject().equals(measure), Resolution.PLAN_CHANGED, at);
        trends.computeIfPresent(
                measure,
                (id, trend) -> same.isPresent() ? trend.unjudged(at) : trend.over(Verdict.Reason.PLAN_CHANGED, at));
    }

    private void reading(Fact.ReadingTaken taken, Timeline timeline) {
        if (taken.isUnsafe()) {
            register.addSafety(safety(taken));
        }
        PlanTerms inForce = plan;
        if (inForce == null) {
            return;
        }
        Optional<MeasureTerms> terms = inForce.measure(taken.measure());
        Optional<Reading> reading = taken.scored();
        if (terms.isPresent() && reading.isPresent() && !timeline.isOutdone(taken, terms.get())) {
            judge(reading.get(), terms.get(), inForce);
        }
    }

    private void judge(Reading reading, MeasureTerms terms, PlanTerms inForce) {
        String measure = terms.measure().measure();
        MeasureTrend trend = trends.getOrDefault(measure, MeasureTrend.EMPTY).with(reading, terms);
        trends.put(measure, trend);
        var plateau = new Stalled(Rule.PLATEAU, measure);
        register.open(plateau)
                .ifPresentOrElse(
                        open -> {
                            if (trend.isPlateauOver(terms)) {
                                register.end(open, Resolution.RECOVERED, reading.at());
                            }
                        },
                        () -> trend.plateau(terms)
                                .ifPresent(found -> raise(plateau, inForce, reading.at(), terms, found)));
        var regression = new Stalled(Rule.REGRESSION, measure);
        Optional<Finding> worse = trend.regression(terms);
        register.open(regression)
                .ifPresentOrElse(
                        open -> {
                            if (isRegressionOver(open, trend, terms)) {
                                register.end(open, Resolution.RECOVERED, reading.at());
                            } else {
                                worse.ifPresent(found -> worsen(open, inForce, terms, found));
                            }
                        },
                        () -> worse.ifPresent(found -> raise(regression, inForce, reading.at(), terms, found)));
    }

    private static boolean isRegressionOver(Escalation open, MeasureTrend trend, MeasureTerms terms) {
        Double reference = open.evidence().baseline();
        return reference != null && trend.isRegressionOver(terms, reference);
    }

    private void raise(Stalled what, PlanTerms inForce, Instant at, MeasureTerms terms, Finding found) {
        Evidence evidence = Evidence.ofTrend(what.rule(), terms, found);
        raise(what, inForce, at, evidence, found.onset(), found.severity());
    }

    /** What was raised as a matter of routine and has become urgent must be told; a pause only stops new ones. */
    private void worsen(Escalation open, PlanTerms inForce, MeasureTerms terms, Finding found) {
        if (found.severity().compareTo(open.severity()) > 0) {
            register.add(open.worsened(found.severity(), inForce, Evidence.ofTrend(open.rule(), terms, found)));
        }
    }

    private void checkin(Fact.CheckinStands checkin, Timeline timeline) {
        switch (checkin.state()) {
            case ANSWERED -> answered(checkin);
            case MISSED -> {
                boolean isAnswered = checkins.isAnswered(checkin.checkinId()) || timeline.isTakenBack(checkin);
                if (plan != null && !isAnswered) {
                    missed(checkin, plan);
                }
            }
            case DUE -> {}
        }
    }

    private void answered(Fact.CheckinStands checkin) {
        checkins.answer(checkin.checkinId());
        register.open(SILENCE).ifPresent(open -> register.end(open, Resolution.RECOVERED, checkin.at()));
    }

    private void missed(Fact.CheckinStands checkin, PlanTerms inForce) {
        checkins.miss(new Missed(checkin.checkinId(), checkin.at()));
        if (register.open(SILENCE).isEmpty()) {
            Instant onset = checkins.missedInARow.getFirst().at();
            MissedCheckins.find(checkins.missedInARow, inForce.checkins())
                    .ifPresent(found -> raise(SILENCE, inForce, checkin.at(), found, onset, Severity.ROUTINE));
        }
    }

    private void raise(
            Stalled what, PlanTerms inForce, Instant at, Evidence evidence, Instant onset, Severity severity) {
        if (isPaused || register.isWatched(what, severity, at)) {
            return;
        }
        int ordinal = register.nextOrdinal(what);
        register.add(Escalation.raised(episodeId, what, ordinal, severity, onset, at, inForce, evidence));
    }

    /** The escalation of a reading's safety answers, under the plan of this point if it was in force by then. */
    Escalation safety(Fact.ReadingTaken taken) {
        var what = new Stalled(Rule.SAFETY_ANSWER, taken.readingId().toString());
        PlanTerms inForce = plan == null || taken.at().isBefore(plan.effectiveFrom()) ? null : plan;
        Evidence evidence = Evidence.ofSafety(taken);
        return Escalation.raised(episodeId, what, 1, Severity.SAFETY, taken.at(), taken.at(), inForce, evidence);
    }
}
