package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Step.Reception;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of an episode between two facts: its course up to a point that no late fact can reach, and the facts
 * since then. Immutable; bounded.
 */
public final class EpisodeTrend {

    /** Facts that are later than this change nothing, safety answers and plans excepted. */
    public static final Duration LATE = Duration.ofDays(35);

    /** Facts are kept for the latest late fact, and for the misses that it can take back. */
    private static final Duration KEPT = LATE.plus(Timeline.TAKES_BACK);

    /** More facts than this are not kept, whatever their age; some ten a day. */
    static final int MOST_FACTS = 512;

    final UUID episodeId;

    /** Latest event time seen. */
    final Instant now;

    /** Event time up to which the course is settled. */
    final Instant settledUntil;

    final Course settled;

    /** The course with all facts; made when it is asked for, never changed. */
    private @Nullable Course current;

    final Timeline timeline;
    final Map<EscalationId, Integer> escalationVersions;
    final Map<String, Integer> verdictVersions;

    EpisodeTrend(
            Course settled,
            Instant now,
            Instant settledUntil,
            Timeline timeline,
            Map<EscalationId, Integer> escalationVersions,
            Map<String, Integer> verdictVersions) {
        this(settled, null, now, settledUntil, timeline, escalationVersions, verdictVersions);
    }

    private EpisodeTrend(
            Course settled,
            @Nullable Course current,
            Instant now,
            Instant settledUntil,
            Timeline timeline,
            Map<EscalationId, Integer> escalationVersions,
            Map<String, Integer> verdictVersions) {
        this.episodeId = settled.episodeId;
        this.current = current;
        this.settled = settled;
        this.now = now;
        this.settledUntil = settledUntil;
        this.timeline = timeline;
        this.escalationVersions = Map.copyOf(escalationVersions);
        this.verdictVersions = Map.copyOf(verdictVersions);
    }

    /** An episode of which nothing is known. */
    public static EpisodeTrend begin(UUID episodeId) {
        return new EpisodeTrend(new Course(episodeId), Instant.MIN, Instant.MIN, Timeline.EMPTY, Map.of(), Map.of());
    }

    public UUID episodeId() {
        return episodeId;
    }

    /** The episode's escalations as they stand, those that nothing can change any more left out. */
    public List<Escalation> escalations() {
        return List.copyOf(course().register().escalations.values());
    }

    /** The verdict of each measure that has one. */
    public Map<String, Verdict> verdicts() {
        return course().verdicts();
    }

    /** Whether an escalation can still change, so that its versions are counted. */
    public boolean counts(EscalationId id) {
        return escalationVersions.containsKey(id);
    }

    /** The same trend, which goes on from versions that were published before it was folded anew. */
    public EpisodeTrend continuing(Map<EscalationId, Integer> escalations, Map<String, Integer> verdicts) {
        return new EpisodeTrend(settled, current, now, settledUntil, timeline, escalations, verdicts);
    }

    /** Takes one fact and answers what it changes. */
    public Step accept(Fact fact) {
        return isTooLate(fact) ? late(fact) : join(fact);
    }

    private Step join(Fact fact) {
        Instant later = now.isBefore(fact.occurredAt()) ? fact.occurredAt() : now;
        if (fact instanceof Fact.TimePassed) {
            Reception reception = later.equals(now) ? Reception.NOTHING_NEW : Reception.FOLDED;
            return new Step(at(later), List.of(), reception);
        }
        Optional<Timeline> joined = timeline.with(fact);
        return joined.isEmpty()
                ? new Step(at(later), List.of(), Reception.NOTHING_NEW)
                : step(fact, later, joined.get());
    }

    private Step step(Fact fact, Instant later, Timeline joined) {
        Course after = timeline.isContinuedBy(fact) ? continued(course(), fact, joined) : folded(settled, joined);
        return step(difference(), after, settled, later, joined);
    }

    private Step step(Difference difference, Course after, Course from, Instant later, Timeline facts) {
        List<Change> changes = difference.to(after);
        var next = new EpisodeTrend(
                from, after, later, settledUntil, facts, difference.escalationVersions(), difference.verdictVersions());
        Reception reception = after.plan == null ? Reception.WAITS_FOR_PLAN : Reception.FOLDED;
        return new Step(next.settle(), changes, reception);
    }

    private Step late(Fact fact) {
        return switch (fact) {
            case Fact.PlanStands stands -> latePlan(stands);
            case Fact.ReadingTaken taken ->
                timeline.oneWith(taken)
                        .map(known -> lateCorrection(taken, known))
                        .orElseGet(() -> lateReading(taken));
            case Fact.CheckinStands checkin -> unchanged(Reception.TOO_LATE);
            case Fact.Decided decided -> unchanged(Reception.TOO_LATE);
            case Fact.TimePassed passed -> unchanged(Reception.TOO_LATE);
        };
    }

    private Step latePlan(Fact.PlanStands stands) {
        return PlanChange.isKnown(course().changes(), stands)
                ? unchanged(Reception.NOTHING_NEW)
                : join(stands.from(earliestOpen()));
    }

    private Step unchanged(Reception reception) {
        return new Step(this, List.of(), reception);
    }

    /** A plan that was stopped is not watched, however late that is known: a late change counts from here on. */
    private Instant earliestOpen() {
        Instant notTooLate = now.minus(LATE);
        return settledUntil.isBefore(notTooLate) ? notTooLate : settledUntil.plusMillis(1);
    }

    private Step lateReading(Fact.ReadingTaken taken) {
        return taken.isUnsafe() ? lateSafety(taken, timeline) : unchanged(Reception.TOO_LATE);
    }

    /** Of a reading that has its place: safety answers are corrected there; another time too far back takes it away. */
    private Step lateCorrection(Fact.ReadingTaken taken, Fact known) {
        if (taken.at().equals(known.at()) || !taken.outranks(known)) {
            return taken.isUnsafe() ? join(taken) : unchanged(Reception.TOO_LATE);
        }
        Timeline rest = timeline.without(known);
        Fact.ReadingTaken knowing = taken.knowing(known);
        return knowing.isUnsafe()
                ? lateSafety(knowing, rest)
                : step(difference(), folded(settled, rest), settled, now, rest);
    }

    /** A safety answer is never too late; the reading that it stands in is. */
    private Step lateSafety(Fact.ReadingTaken taken, Timeline facts) {
        Course next = settled.copy();
        Escalation escalation = folded(settled, timeline.upTo(taken.at())).safety(taken);
        if (!next.ownRegister().addLate(escalation) && facts.equals(timeline)) {
            return unchanged(Reception.NOTHING_NEW);
        }
        Step step = step(difference(), folded(next, facts), next, now, facts);
        EpisodeTrend bounded = step.trend().settledAs(next, settledUntil, facts);
        return new Step(bounded, step.changes(), Reception.FOLDED);
    }

    private Difference difference() {
        return new Difference(course(), escalationVersions, verdictVersions);
    }

    private boolean isTooLate(Fact fact) {
        return hasPlan()
                && (fact.at().isBefore(now.minus(LATE)) || !fact.at().isAfter(settledUntil) || isSettled(fact));
    }

    /** Whether a reading has been settled and now bears a later time: it counts once. */
    private boolean isSettled(Fact fact) {
        return fact instanceof Fact.ReadingTaken taken && settled.restsOn(taken.readingId());
    }

    /** Whether a plan ever came: before it nothing is too late, and nothing can be settled. */
    private boolean hasPlan() {
        return settledUntil.isAfter(Instant.MIN)
                || timeline.facts().stream().anyMatch(Fact.PlanStands.class::isInstance);
    }

    private EpisodeTrend at(Instant later) {
        return new EpisodeTrend(settled, current, later, settledUntil, timeline, escalationVersions, verdictVersions)
                .settle();
    }

    private Course course() {
        Course known = current;
        if (known == null) {
            known = folded(settled, timeline);
            current = known;
        }
        return known;
    }

    private static Course folded(Course from, Timeline facts) {
        Course course = from.copy();
        facts.facts().forEach(fact -> course.take(fact, facts));
        return course;
    }

    private static Course continued(Course before, Fact fact, Timeline facts) {
        Course course = before.copy();
        course.take(fact, facts);
        return course;
    }

    /** Moves what no late fact can reach any more into the settled course. */
    private EpisodeTrend settle() {
        if (!hasPlan()) {
            return timeline.facts().size() <= MOST_FACTS ? this : withoutOldest();
        }
        Instant until = now.equals(Instant.MIN) ? Instant.MIN : now.minus(KEPT);
        int surplus = timeline.facts().size() - MOST_FACTS;
        if (surplus > 0) {
            Instant at = timeline.facts().get(surplus - 1).at();
            until = until.isBefore(at) ? at : until;
        }
        return timeline.facts().isEmpty() || timeline.facts().getFirst().at().isAfter(until)
                ? this
                : settledUpTo(until);
    }

    private EpisodeTrend settledUpTo(Instant until) {
        Course course = settled.copy();
        timeline.upTo(until).facts().forEach(fact -> course.take(fact, timeline));
        return settledAs(course, until, timeline.after(until));
    }

    /** Before there is a plan only safety answers, and decisions on them, come to something. */
    private EpisodeTrend withoutOldest() {
        Fact oldest = timeline.facts().getFirst();
        Course course = settled.copy();
        course.take(oldest, timeline);
        return settledAs(course, settledUntil, timeline.without(oldest));
    }

    private EpisodeTrend settledAs(Course course, Instant until, Timeline facts) {
        if (!course.register().canSettle(until)) {
            return new EpisodeTrend(course, current, now, until, facts, escalationVersions, verdictVersions);
        }
        var versions = new HashMap<>(escalationVersions);
        course.ownRegister().settle(until).forEach(versions::remove);
        return new EpisodeTrend(course, null, now, until, facts, versions, verdictVersions);
    }
}
