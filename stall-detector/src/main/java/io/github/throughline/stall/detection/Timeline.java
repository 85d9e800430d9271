package io.github.throughline.stall.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The facts that can still be joined by late ones, in the order of {@link Fact#ORDER}; of those that are one, one. */
record Timeline(List<Fact> facts) {

    static final Timeline EMPTY = new Timeline(List.of());

    /** How long after a miss it can be taken back; a later answer only ends the silence. */
    static final Duration TAKES_BACK = Duration.ofDays(14);

    Timeline {
        facts = List.copyOf(facts);
    }

    /** The timeline with another fact; empty: the fact says nothing new. */
    Optional<Timeline> with(Fact fact) {
        for (Fact known : facts) {
            if (fact.isOneWith(known)) {
                return one(known, fact).map(counts -> without(known).inserted(counts));
            }
        }
        return Optional.of(inserted(fact));
    }

    /** Whether a new fact comes after all others and changes the meaning of none. */
    boolean isContinuedBy(Fact fact) {
        if (facts.isEmpty()) {
            return true;
        }
        return facts.getLast().at().isBefore(fact.at())
                && facts.stream().noneMatch(known -> fact.isOneWith(known) || takesBack(fact, known));
    }

    /** Whether another reading of the measure at the same instant is worse; of equal ones one counts. */
    boolean isOutdone(Fact.ReadingTaken reading, MeasureTerms terms) {
        return facts.stream()
                .filter(other -> other.at().equals(reading.at()))
                .anyMatch(other -> other instanceof Fact.ReadingTaken rival
                        && rival.measure().equals(reading.measure())
                        && outdoes(rival, reading, terms));
    }

    /** Whether the check-in was answered after all, or its grace runs again. */
    boolean isTakenBack(Fact.CheckinStands missed) {
        return facts.stream().anyMatch(fact -> takesBack(fact, missed));
    }

    Timeline upTo(Instant end) {
        return new Timeline(facts.stream().filter(f -> !f.at().isAfter(end)).toList());
    }

    Timeline after(Instant end) {
        return new Timeline(facts.stream().filter(f -> f.at().isAfter(end)).toList());
    }

    /** Without the oldest fact that is no plan: a plan is never given up. */
    Timeline withoutOldest() {
        return facts.stream()
                .filter(fact -> !(fact instanceof Fact.PlanStands))
                .findFirst()
                .map(this::without)
                .orElse(this);
    }

    /** Of two that are one, what counts; empty: what is known. A reading that was unsafe once stays so. */
    private static Optional<Fact> one(Fact known, Fact fact) {
        boolean isUnsafe = isUnsafe(known) || isUnsafe(fact);
        if (fact.outranks(known)) {
            return Optional.of(isUnsafe ? unsafe(fact) : fact);
        }
        return isUnsafe && !isUnsafe(known) ? Optional.of(unsafe(known)) : Optional.empty();
    }

    private static boolean isUnsafe(Fact fact) {
        return fact instanceof Fact.ReadingTaken reading && reading.onceUnsafe();
    }

    private static Fact unsafe(Fact fact) {
        return fact instanceof Fact.ReadingTaken reading ? reading.unsafeOnce() : fact;
    }

    private static boolean takesBack(Fact fact, Fact known) {
        return fact instanceof Fact.CheckinStands checkin
                && known instanceof Fact.CheckinStands missed
                && checkin.takesBack(missed);
    }

    private static boolean outdoes(Fact.ReadingTaken rival, Fact.ReadingTaken reading, MeasureTerms terms) {
        Double theirs = rival.value();
        Double ours = reading.value();
        if (theirs == null || ours == null) {
            return false;
        }
        int difference = Double.compare(terms.worse(theirs), terms.worse(ours));
        return difference != 0 ? difference > 0 : rival.readingId().compareTo(reading.readingId()) < 0;
    }

    private Timeline without(Fact fact) {
        var rest = new ArrayList<>(facts);
        rest.remove(fact);
        return new Timeline(rest);
    }

    private Timeline inserted(Fact fact) {
        var all = new ArrayList<>(facts);
        int place = Collections.binarySearch(all, fact, Fact.ORDER);
        all.add(place < 0 ? -place - 1 : place, fact);
        return new Timeline(all);
    }
}
