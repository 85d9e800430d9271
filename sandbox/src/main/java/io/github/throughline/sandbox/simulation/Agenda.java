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
     * @param act takes that care time
     */
    record Entry(Instant at, long order, Consumer<Instant> act) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
    private long next;

    synchronized void add(Instant at, Consumer<Instant> act) {
        entries.add(new Entry(at, next++, act));
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
