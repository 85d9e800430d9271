package io.github.throughline.stall.detection;

import java.util.Arrays;
import java.util.List;

/** Robust statistics on a scale on which higher is worse: one wild reading does not move them far. */
final class Statistics {

    private Statistics() {}

    /** Median of the last three readings, or of as many as there are. */
    static double level(List<Reading> readings, MeasureTerms terms) {
        int n = readings.size();
        double last = terms.worse(readings.get(n - 1));
        if (n == 1) {
            return last;
        }
        double second = terms.worse(readings.get(n - 2));
        if (n == 2) {
            return (last + second) / 2;
        }
        double third = terms.worse(readings.get(n - 3));
        return Math.max(Math.min(last, second), Math.min(Math.max(last, second), third));
    }

    /** Theil-Sen slope: the median slope over all pairs, in points a week. Instants are distinct. */
    static double slope(List<Reading> readings, MeasureTerms terms) {
        int n = readings.size();
        double[] slopes = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            Reading early = readings.get(i);
            for (int j = i + 1; j < n; j++) {
                Reading late = readings.get(j);
                slopes[next++] = (terms.worse(late) - terms.worse(early)) / late.weeksSince(early);
            }
        }
        Arrays.sort(slopes);
        int middle = slopes.length / 2;
        return slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }

    /** The least bad of some readings. */
    static double least(List<Reading> readings, MeasureTerms terms) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < readings.size(); i++) {
            least = Math.min(least, terms.worse(readings.get(i)));
        }
        return least;
    }

    /** The worst of some readings. */
    static double worst(List<Reading> readings, MeasureTerms terms) {
        double worst = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < readings.size(); i++) {
            worst = Math.max(worst, terms.worse(readings.get(i)));
        }
        return worst;
    }
}
