package io.github.throughline.stall.backtest;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well patients were found. A part that has no denominator is null.
 *
 * @param patients how many were judged
 * @param baseRate part of them that should be found
 * @param alertsPer100 patients found, of 100
 * @param medianDelayDays from onset to the first escalation that is open then or raised later, of those rightly found
 */
public record Accuracy(
        int patients,
        @Nullable Double baseRate,
        @Nullable Double sensitivity,
        @Nullable Double specificity,
        @Nullable Double ppv,
        @Nullable Double alertsPer100,
        @Nullable Double medianDelayDays) {

    /**
     * One patient.
     *
     * @param isPositive should be found
     * @param isFound was found
     * @param delayDays from onset to escalation; null: not known
     */
    public record Judged(
            boolean isPositive, boolean isFound, @Nullable Long delayDays) {}

    public static Accuracy of(List<Judged> judged) {
        long positive = judged.stream().filter(Judged::isPositive).count();
        long found = judged.stream().filter(Judged::isFound).count();
        long rightly =
                judged.stream().filter(j -> j.isPositive() && j.isFound()).count();
        long negative = judged.size() - positive;
        return new Accuracy(
                judged.size(),
                part(positive, judged.size()),
                part(rightly, positive),
                part(negative - (found - rightly), negative),
                part(rightly, found),
                part(100 * found, judged.size()),
                medianDelay(judged));
    }

    private static @Nullable Double part(long of, long all) {
        return all == 0 ? null : (Double) ((double) of / all);
    }

    private static @Nullable Double medianDelay(List<Judged> judged) {
        double[] delays = judged.stream()
                .filter(j -> j.isPositive() && j.isFound())
                .map(Judged::delayDays)
                .filter(delay -> delay != null)
                .mapToDouble(Long::doubleValue)
                .sorted()
                .toArray();
        return delays.length == 0
                ? null
                : (Double) Arrays.stream(middle(delays)).average().orElseThrow();
    }

    private static double[] middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? new double[] {sorted[half]} : new double[] {sorted[half - 1], sorted[half]};
    }
}
