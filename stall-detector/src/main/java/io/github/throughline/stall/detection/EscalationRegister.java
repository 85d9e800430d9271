package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Escalation.Severity;
import java.time.Duration;
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
import java.util.UUID;
import java.util.function.Predicate;

/** The escalations of an episode in the making: what is open, what was resolved lately, and what is being watched. */
final class EscalationRegister {

    /** What a rule finds stalls in. */
    record Stalled(Rule rule, String subject) implements Comparable<Stalled> {

        @Override
        public int compareTo(Stalled other) {
            int byRule = rule.compareTo(other.rule);
            return byRule != 0 ? byRule : subject.compareTo(other.subject);
        }
    }

    /** Until when a decision holds back new escalations, and how bad was what it was made on: it holds back no worse. */
    record Watch(Instant until, Severity decided) {}

    /** Five years of weekly safety answers on which nobody decided: a decision on an older one ends nothing here. */
    static final int MOST_UNDECIDED = 260;

    /** Of more safety answers it is not kept that they are over and done with. */
    private static final int MOST_CLOSED = 64;

    /** In the order in which they were raised. */
    final Map<EscalationId, Escalation> escalations = new LinkedHashMap<>();

    /** How many were resolved so far; safety answers are not counted, each has its own subject. */
    final Map<Stalled, Integer> resolved = new TreeMap<>();

    final Map<Stalled, Watch> watched = new TreeMap<>();

    /** Safety answers that are over and done with, the latest; they are not raised anew when they come once more. */
    final Set<EscalationId> closed = new LinkedHashSet<>();

    EscalationRegister copy() {
        var copy = new EscalationRegister();
        copy.escalations.putAll(escalations);
        copy.resolved.putAll(resolved);
        copy.watched.putAll(watched);
        copy.closed.addAll(closed);
        return copy;
    }

    Optional<Escalation> open(Stalled what) {
        for (Escalation escalation : escalations.values()) {
            if (escalation.isOpen()
                    && escalation.rule() == what.rule()
                    && escalation.subject().equals(what.subject())) {
                return Optional.of(escalation);
            }
        }
        return Optional.empty();
    }

    boolean isWatched(Stalled what, Severity severity, Instant at) {
        Watch watch = watched.get(what);
        return watch != null && !at.isAfter(watch.until()) && severity.compareTo(watch.decided()) <= 0;
    }

    /** The number that the next escalation of this kind bears. */
    int nextOrdinal(Stalled what) {
        return resolved.getOrDefault(what, 0) + 1;
    }

    void add(Escalation escalation) {
        escalations.put(escalation.id(), escalation);
    }

    /** Adds a safety answer, unless it is over and done with. */
    void addSafety(Escalation safety) {
        if (!closed.contains(safety.id())) {
            add(safety);
        }
    }

    /** Adds a safety answer that comes late, or what it says worse than before; whether there was anything to add. */
    boolean addLate(Escalation safety) {
        Escalation known = escalations.get(safety.id());
        boolean isNews = known == null ? !closed.contains(safety.id()) : known.isOpen() && isWorse(safety, known);
        if (isNews) {
            add(safety);
        }
        return isNews;
    }

    private static boolean isWorse(Escalation late, Escalation known) {
        int difference = Integer.compare(worst(late), worst(known));
        return difference != 0 ? difference > 0 : eventId(late).compareTo(eventId(known)) < 0;
    }

    private static int worst(Escalation safety) {
        return safety.evidence().safetyAnswers().stream()
                .mapToInt(SafetyAnswer::answer)
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    private static UUID eventId(Escalation safety) {
        return safety.evidence().readings().getFirst().eventId();
    }

    void end(Escalation escalation, Resolution resolution, Instant at) {
        escalations.put(escalation.id(), escalation.ended(resolution, at));
        if (escalation.rule() != Rule.SAFETY_ANSWER) {
            resolved.merge(new Stalled(escalation.rule(), escalation.subject()), 1, Integer::sum);
        }
    }

    /** Ends all open ones that a condition holds for; a safety answer is ended by a decision alone. */
    void endAll(Predicate<Escalation> which, Resolution resolution, Instant at) {
        for (Escalation escalation : List.copyOf(escalations.values())) {
            if (escalation.isOpen() && escalation.rule() != Rule.SAFETY_ANSWER && which.test(escalation)) {
                end(escalation, resolution, at);
            }
        }
    }

    /** A decision resolves an open escalation and holds back the next of its kind for the watch period. */
    void decide(EscalationId id, Instant at, Duration watch) {
        Escalation escalation = escalations.get(id);
        if (escalation == null || !escalation.isOpen()) {
            return;
        }
        end(escalation, Resolution.DECIDED, at);
        if (escalation.rule() != Rule.SAFETY_ANSWER) {
            var stalled = new Stalled(escalation.rule(), escalation.subject());
            watched.put(stalled, new Watch(at.plus(watch), escalation.severity()));
        }
    }

    /** Whether there is anything to forget. */
    boolean canSettle(Instant until) {
        for (Watch watch : watched.values()) {
            if (watch.until().isBefore(until)) {
                return true;
            }
        }
        int safety = 0;
        for (Escalation escalation : escalations.values()) {
            if (!escalation.isOpen()) {
                return true;
            }
            safety += escalation.rule() == Rule.SAFETY_ANSWER ? 1 : 0;
        }
        return safety > MOST_UNDECIDED;
    }

    /** Forgets what nothing can change any more, and safety answers that nobody decided on for long; answers which. */
    Collection<EscalationId> settle(Instant until) {
        watched.values().removeIf(watch -> watch.until().isBefore(until));
        List<EscalationId> settled = forgotten();
        escalations.values().stream()
                .filter(e -> !e.isOpen())
                .map(Escalation::id)
                .forEach(settled::add);
        settled.forEach(this::close);
        return settled;
    }

    private void close(EscalationId id) {
        Escalation escalation = escalations.remove(id);
        if (escalation != null && escalation.rule() == Rule.SAFETY_ANSWER) {
            closed.add(id);
        }
        if (closed.size() > MOST_CLOSED) {
            closed.remove(closed.iterator().next());
        }
    }

    private List<EscalationId> forgotten() {
        List<EscalationId> undecided = escalations.values().stream()
                .filter(e -> e.isOpen() && e.rule() == Rule.SAFETY_ANSWER)
                .map(Escalation::id)
                .toList();
        return new ArrayList<>(undecided.subList(0, Math.max(0, undecided.size() - MOST_UNDECIDED)));
    }
}
