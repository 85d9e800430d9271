package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Escalation.Severity;
import io.github.throughline.stall.detection.EscalationRegister.Stalled;
import io.github.throughline.stall.detection.MissedCheckins.Missed;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An episode's course up to a fact: the fold's working state. Facts come in the order of {@link Fact#ORDER}. A copy
 * shares its parts with the original until one of the two changes them.
 */
final class Course {

    private static final Stalled SILENCE = new Stalled(Rule.MISSED_CHECKINS, MissedCheckins.SUBJECT);

    final UUID episodeId;

    /** The plan version in force; null: none. */
    @Nullable
    PlanTerms plan;

    boolean isPaused;
    private Map<String, MeasureTrend> trends = Map.of();
    private Map<UUID, PlanChange> changes = Map.of();
    private CheckinSeries checkins = new CheckinSeries();
    private EscalationRegister register = new EscalationRegister();
    private boolean ownsCheckins = true;
    private boolean ownsRegister = true;

    Course(UUID episodeId) {
        this.episodeId = episodeId;
    }

    Course copy() {
        var copy = new Course(episodeId);
        copy.plan = plan;
        copy.isPaused = isPaused;
        copy.trends = trends;
        copy.changes = changes;
        copy.checkins = checkins;
        copy.register = register;
        ownsCheckins = false;
        ownsRegister = false;
        copy.ownsCheckins = false;
        copy.ownsRegister = false;
        return copy;
    }

    /** The trend of each measure, by id; not to be changed. */
    Map<String, MeasureTrend> trends() {
        return trends;
    }

    void putTrend(String measure, MeasureTrend trend) {
        var next = new TreeMap<>(trends);
        next.put(measure, trend);
        trends = next;
    }

    /** The latest change of each plan, of the latest plans; not to be changed. */
    Map<UUID, PlanChange> changes() {
        return changes;
    }

    void setChanges(Map<UUID, PlanChange> latest) {
        changes = latest;
    }

    /** To be read only. */
    CheckinSeries checkins() {
        return checkins;
    }

    CheckinSeries ownCheckins() {
        if (!ownsCheckins) {
            checkins = checkins.copy();
            ownsCheckins = true;
        }
        return checkins;
    }

    /** To be read only. */
    EscalationRegister register() {
        return register;
    }

    EscalationRegister ownRegister() {
        if (!ownsRegister) {
            register = register.copy();
            ownsRegister = true;
        }
        return register;
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
        for (MeasureTrend trend : trends.values()) {
            if (trend.restsOn(readingId)) {
                return true;
            }
        }
        return false;
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
            case Fact.Decided decided -> ownRegister().decide(decided.escalation(), decided.at(), watch());
            case Fact.TimePassed passed -> {}
        }
    }

    private Duration watch() {
        return plan == null ? Duration.ZERO : plan.watch();
    }

    private void plan(Fact.PlanStands stands) {
        var latest = new LinkedHashMap<>(changes);
        PlanChange.add(latest, stands);
        changes = latest;
        switch (stands.state()) {
            case ENDED -> end(stands);
            case PAUSED -> enter(stands.terms(), stands.at(), true);
            case IN_FORCE -> enter(stands.terms(), stands.at(), false);
        }
    }

    private void end(Fact.PlanStands stands) {
        if (plan != null && plan.planId().equals(stands.terms().planId())) {
            ownRegister().endAll(escalation -> true, Resolution.ENDED, stands.at());
            leavePlan(Verdict.Reason.NO_PLAN, stands.at());
        }
    }

    private void enter(PlanTerms next, Instant at, boolean paused) {
        if (plan != null && next.isSupersededBy(plan)) {
            return;
        }
        if (plan != null && !plan.planId().equals(next.planId())) {
            ownRegister().endAll(escalation -> true, Resolution.PLAN_CHANGED, at);
            leavePlan(Verdict.Reason.PLAN_CHANGED, at);
        }
        if (plan != null) {
            plan.measures().forEach((measure, terms) -> change(measure, terms, next, at));
            ownRegister().endAll(e -> isDropped(e, next), Resolution.PLAN_CHANGED, at);
        }
        plan = next;
        if (paused != isPaused) {
            ownCheckins().beginAnew();
        }
        isPaused = paused;
    }

    private static boolean isDropped(Escalation escalation, PlanTerms next) {
        return escalation.rule() == Rule.ADHERENCE && !next.activities().contains(escalation.subject());
    }

    private void leavePlan(Verdict.Reason reason, Instant at) {
        plan = null;
        isPaused = false;
        var over = new TreeMap<>(trends);
        over.replaceAll((measure, trend) -> trend.over(reason, at));
        trends = over;
        ownCheckins().beginAnew();
    }

    private void change(String measure, MeasureTerms terms, PlanTerms next, Instant at) {
        Optional<MeasureTerms> same = next.measure(measure).filter(other -> !terms.isReplacedBy(other));
        if (same.isPresent() && !terms.isRetargetedBy(same.get())) {
            return;
        }
        ownRegister()
                .endAll(e -> e.rule().isAboutMeasure() && e.subject().equals(measure), Resolution.PLAN_CHANGED, at);
        MeasureTrend trend = trends.get(measure);
        if (trend != null) {
            putTrend(measure, same.isPresent() ? trend.unjudged(at) : trend.over(Verdict.Reason.PLAN_CHANGED, at));
        }
    }

    private void reading(Fact.ReadingTaken taken, Timeline timeline) {
        if (taken.isUnsafe()) {
            ownRegister().addSafety(safety(taken));
        }
        PlanTerms inForce = plan;
        if (inForce == null) {
            return;
        }
        MeasureTerms terms = inForce.measures().get(taken.measure());
        Double value = taken.value();
        if (terms != null && value != null && !timeline.isOutdone(taken, terms)) {
            judge(new Reading(taken.readingId(), taken.eventId(), taken.at(), value), terms, inForce);
        }
    }

    private void judge(Reading reading, MeasureTerms terms, PlanTerms inForce) {
        String measure = terms.measure().measure();
        MeasureTrend trend = trends.getOrDefault(measure, MeasureTrend.EMPTY).with(reading, terms);
        putTrend(measure, trend);
        new MeasureRules(this, inForce, terms, trend, reading.at()).judge();
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
        ownCheckins().answer(new AnsweredCheckin(checkin.checkinId(), checkin.at(), checkin.answer()));
        register.open(SILENCE).ifPresent(open -> ownRegister().end(open, Resolution.RECOVERED, checkin.at()));
        PlanTerms inForce = plan;
        if (inForce != null) {
            new CheckinRules(this, inForce, checkin).judge();
        }
    }

    private void missed(Fact.CheckinStands checkin, PlanTerms inForce) {
        ownCheckins().miss(new Missed(checkin.checkinId(), checkin.at()));
        if (register.open(SILENCE).isEmpty()) {
            List<Missed> inARow = checkins.missedInARow;
            Instant onset = inARow.getFirst().at();
            MissedCheckins.find(inARow, inForce.checkins())
                    .ifPresent(found -> raise(SILENCE, inForce, checkin.at(), found, onset, Severity.ROUTINE));
        }
    }

    void raise(Stalled what, PlanTerms inForce, Instant at, Evidence evidence, Instant onset, Severity severity) {
        if (isPaused || register.isWatched(what, severity, at)) {
            return;
        }
        int ordinal = register.nextOrdinal(what);
        ownRegister().add(Escalation.raised(episodeId, what, ordinal, severity, onset, at, inForce, evidence));
    }

    /** The escalation of a reading's safety answers, under the plan of this point if it was in force by then. */
    Escalation safety(Fact.ReadingTaken taken) {
        var what = new Stalled(Rule.SAFETY_ANSWER, taken.readingId().toString());
        PlanTerms inForce = plan == null || taken.at().isBefore(plan.effectiveFrom()) ? null : plan;
        Evidence evidence = Evidence.ofSafety(taken);
        return Escalation.raised(episodeId, what, 1, Severity.SAFETY, taken.at(), taken.at(), inForce, evidence);
    }
}
