package io.github.throughline.sandbox.report;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * From a check-in's acceptance to the delivery of the notice that it caused, in milliseconds of real time.
 *
 * @param count how many were measured
 */
public record Latency(long p50, long p99, int count) {

    static Latency of(Collection<Duration> durations) {
        var millis = durations.stream().map(Duration::toMillis).sorted().toList();
        return new Latency(percentile(millis, 0.50), percentile(millis, 0.99), millis.size());
    }

    /** Nearest rank. */
    private static long percentile(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
