package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Step.Reception;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is kept of an episode between two facts: its course up to a point that no late fact can reach, and the facts
 * since then. Immutable; bounded.
 */
public final class EpisodeTrend {

    /** Facts that are later than this change nothing, safety answers excepted. */
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
        this.episodeId = settled.episodeId;
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
        return List.copyOf(course().register.escalations.values());
    }

    /** The verdict of each measure that has one. */
    public Map<String, Verdict> verdicts() {
        return course().verdicts();
    }

    /** Takes one fact and answers what it changes. */
    public Step accept(Fact fact) {
        if (isTooLate(fact)) {
            return fact instanceof Fact.ReadingTaken taken && taken.onceUnsafe()
                    ? lateSafety(taken)
                    : new Step(this, List.of(), Reception.TOO_LATE);
        }
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
        Course before = course();
        var difference = new Difference(before, escalationVersions, verdictVersions);
        Course after = timeline.isContinuedBy(fact) ? continued(before, fact, joined) : folded(joined);
        List<Change> changes = difference.to(after);
        var next = new EpisodeTrend(
                settled, later, settledUntil, joined, difference.escalationVersions(), difference.verdictVersions());
        Reception reception = after.plan == null ? Reception.WAITS_FOR_PLAN : Reception.FOLDED;
        return new Step(next.settle(), changes, reception);
    }

    /** A safety answer is never too late; the reading that it stands in is. */
    private Step lateSafety(Fact.ReadingTaken taken) {
        Course before = course();
        Course next = settled.copy();
        Escalation escalation = folded(timeline.upTo(taken.at())).safety(taken);
        if (isUnsafeOnTime(taken.readingId()) || !next.register.addLate(escalation)) {
            return new Step(this, List.of(), Reception.NOTHING_NEW);
        }
        var difference = new Difference(before, escalationVersions, verdictVersions);
        List<Change> changes = difference.to(folded(next, timeline));
        var versions = difference.escalationVersions();
        next.register.settle(settledUntil).forEach(versions::remove);
        var trend = new EpisodeTrend(next, now, settledUntil, timeline, versions, verdictVersions);
        return new Step(trend, changes, Reception.FOLDED);
    }

    private boolean isUnsafeOnTime(UUID readingId) {
        return timeline.facts().stream()
                .anyMatch(fact -> fact instanceof Fact.ReadingTaken known
                        && known.readingId().equals(readingId)
                        && known.onceUnsafe());
    }

    private boolean isTooLate(Fact fact) {
        return hasPlan() && (fact.at().isBefore(now.minus(LATE)) || !fact.at().isAfter(settledUntil));
    }

    /** Whether a plan ever came: before it nothing is too late, and nothing can be settled. */
    private boolean hasPlan() {
        return timeline.facts().stream().anyMatch(Fact.PlanStands.class::isInstance)
                || settledUntil.isAfter(Instant.MIN);
    }

    private EpisodeTrend at(Instant later) {
        return new EpisodeTrend(settled, later, settledUntil, timeline, escalationVersions, verdictVersions).settle();
    }

    private Course course() {
        return folded(timeline);
    }

    private Course folded(Timeline facts) {
        return folded(settled, facts);
    }

    private static Course folded(Course from, Timeline facts) {
        Course course = from.copy();
        facts.facts().forEach(fact -> course.take(fact, facts));
        return course;
    }

    private static Course continued(Course course, Fact fact, Timeline facts) {
        course.take(fact, facts);
        return course;
    }

    /** Moves what no late fact can reach any more into the settled course. */
    private EpisodeTrend settle() {
        if (!hasPlan()) {
            return timeline.facts().size() <= MOST_FACTS ? this : withTimeline(timeline.withoutOldest());
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
        var versions = new HashMap<>(escalationVersions);
        course.register.settle(until).forEach(versions::remove);
        return new EpisodeTrend(course, now, until, timeline.after(until), versions, verdictVersions);
    }

    private EpisodeTrend withTimeline(Timeline facts) {
        return new EpisodeTrend(settled, now, settledUntil, facts, escalationVersions, verdictVersions);
    }
}
