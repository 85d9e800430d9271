package io.github.throughline.stall.detection;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Robust statistics: one wild reading does not move them far. */
final class Statistics {

    private Statistics() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Median of the last three values, or of as many as there are. */
    static double level(List<Reading> readings, ToDoubleFunction<Reading> value) {
        int from = Math.max(0, readings.size() - 3);
        return median(readings.subList(from, readings.size()).stream()
                .mapToDouble(value)
                .toArray());
    }

    /** Theil-Sen slope: the median slope over all pairs, in points a week. Instants are distinct. */
    static double slope(List<Reading> readings, ToDoubleFunction<Reading> value) {
        int n = readings.size();
        double[] slopes = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                Reading early = readings.get(i);
                Reading late = readings.get(j);
                slopes[next++] = (value.applyAsDouble(late) - value.applyAsDouble(early)) / late.weeksSince(early);
            }
        }
        return median(slopes);
    }
}
