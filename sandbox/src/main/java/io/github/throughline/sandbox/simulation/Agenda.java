package io.github.throughline.sandbox.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What people are going to do, and when in care time. Safe for use by several threads. */
final class Agenda {

    /**
     * One thing that somebody does.
     *
     * @param at care time
     * @param patient number of the patient whom it is about
     * @param act takes that care time
     */
    record Entry(Instant at, Who who, int patient, long order, Consumer<Instant> act) {

        void happen() {
            act.accept(at);
        }
    }

    /** Who does it. */
    enum Who {
        PATIENT,
        CARE_TEAM
    }

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
    private long next;

    synchronized void add(Instant at, Who who, int patient, Consumer<Instant> act) {
        entries.add(new Entry(at, who, patient, next++, act));
    }

    /** Takes out what is due, earliest first. */
    synchronized List<Entry> takeDue(Instant now) {
        var due = new ArrayList<Entry>();
        while (!entries.isEmpty() && !entries.element().at().isAfter(now)) {
            due.add(entries.remove());
        }
        return due;
    }

    synchronized Optional<Instant> nextAt() {
        return Optional.ofNullable(entries.peek()).map(Entry::at);
    }
}
