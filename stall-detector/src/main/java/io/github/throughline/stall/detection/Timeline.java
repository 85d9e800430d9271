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
        Optional<Fact> known = oneWith(fact);
        return known.isEmpty()
                ? Optional.of(inserted(fact))
                : one(known.get(), fact).map(counts -> without(known.get()).inserted(counts));
    }

    /** The fact that says the same of the same thing. */
    Optional<Fact> oneWith(Fact fact) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (fact.isOneWith(facts.get(i))) {
                return Optional.of(facts.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether a new fact comes after all others and changes the meaning of none. */
    boolean isContinuedBy(Fact fact) {
        if (facts.isEmpty()) {
            return true;
        }
        return facts.getLast().at().isBefore(fact.at())
                && oneWith(fact).isEmpty()
                && !(fact instanceof Fact.CheckinStands && facts.stream().anyMatch(known -> takesBack(fact, known)));
    }

    /** Whether another reading of the measure at the same instant is worse; of equal ones one counts. */
    boolean isOutdone(Fact.ReadingTaken reading, MeasureTerms terms) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            Fact other = facts.get(i);
            int order = other.at().compareTo(reading.at());
            if (order < 0) {
                return false;
            }
            if (order == 0
                    && other instanceof Fact.ReadingTaken rival
                    && rival.measure().equals(reading.measure())
                    && outdoes(rival, reading, terms)) {
                return true;
            }
        }
        return false;
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

    /** Of two that are one, what counts, knowing the other; empty: what is known. */
    private static Optional<Fact> one(Fact known, Fact fact) {
        Fact counts = fact.outranks(known) ? fact.knowing(known) : known.knowing(fact);
        return counts.equals(known) ? Optional.empty() : Optional.of(counts);
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

    Timeline without(Fact fact) {
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
