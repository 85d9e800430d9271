package io.github.throughline.sandbox.drive;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What still moves in a service.
 *
 * @param now its care time
 * @param outbox events not yet on their topics
 * @param due rows that are due, by name of the work
 */
record ServiceState(Instant now, long outbox, Map<String, Long> due) {

    ServiceState {
        due = new TreeMap<>(due);
    }

    boolean isQuiet() {
        return outbox == 0 && due.values().stream().allMatch(count -> count == 0);
    }

    @Override
    public String toString() {
        var moving = new TreeMap<>(due);
        moving.values().removeIf(count -> count == 0);
        return (outbox == 0 ? "" : "outbox " + outbox + " ") + (moving.isEmpty() ? "" : "due " + moving);
    }
}
