package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.watch.Fact;
import java.util.ArrayList;
import java.util.List;

/** Everything that was sent and everything that was seen on the topics, in order. Safe for use by several threads. */
public final class Ledger {

    private final List<Sent> sent = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    public synchronized void sent(Sent what) {
        sent.add(what);
    }

    public synchronized void seen(Fact fact) {
        facts.add(fact);
    }

    public synchronized List<Sent> allSent() {
        return List.copyOf(sent);
    }

    public synchronized List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** The facts of one kind, in order. */
    public synchronized <T extends Fact> List<T> facts(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What was sent of one kind, in order. */
    public synchronized <T extends Sent> List<T> sent(Class<T> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
