package io.github.throughline.platform.time;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What failed and is left alone for a while, so that it does not hold up the rest: one second, then twice as long each
 * time, half a minute at the most. Machine time; one thread's.
 *
 * @param <T> what can fail
 */
public final class Resting<T> {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private record Rest(int failures, long untilNanos) {

        boolean isOver() {
            return System.nanoTime() - untilNanos >= 0;
        }
    }

    private final Map<T, Rest> rests = new HashMap<>();

    /** What is to be left alone now. */
    public Set<T> now() {
        return rests.keySet().stream().filter(this::isResting).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isResting(T what) {
        Rest rest = rests.get(what);
        return rest != null && !rest.isOver();
    }

    /** Whether its last try failed, however long ago. */
    public boolean hasFailed(T what) {
        return rests.containsKey(what);
    }

    public void failed(T what) {
        Rest before = rests.get(what);
        int failures = before == null ? 1 : before.failures() + 1;
        long seconds = Math.min(LONGEST.toSeconds(), 1L << Math.min(failures - 1, 5));
        rests.put(
                what,
                new Rest(
                        failures,
                        System.nanoTime() + Duration.ofSeconds(seconds).toNanos()));
    }

    public void succeeded(T what) {
        rests.remove(what);
    }
}
