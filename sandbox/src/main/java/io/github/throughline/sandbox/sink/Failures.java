package io.github.throughline.sandbox.sink;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Failures that somebody asked for, so that retries can be seen. */
final class Failures {

    private record Planned(int left, int status) {}

    private final Map<String, Planned> planned = new HashMap<>();

    /** The next so many arrivals under that name are answered with the status. */
    synchronized void plan(String name, int count, int status) {
        planned.put(name, new Planned(count, status));
    }

    /** The status to answer this arrival with; empty: all is well. */
    synchronized Optional<Integer> next(String name) {
        var plan = planned.get(name);
        if (plan == null) {
            return Optional.empty();
        }
        if (plan.left() > 1) {
            planned.put(name, new Planned(plan.left() - 1, plan.status()));
        } else {
            planned.remove(name);
        }
        return Optional.of(plan.status());
    }
}
