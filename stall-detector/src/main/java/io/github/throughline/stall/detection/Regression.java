package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.StallTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patient was better once, for three readings in a row, and is worse now by more than the error, confirmed; or is
 * worse than at the baseline for three readings in a row, since a baseline is one reading only. Where a threshold is a
 * part of the baseline, the level that was lost is the baseline.
 */
final class Regression {

    /** So many readings in a row make a level sustained; its value is that of the worst of them. */
    static final int SUSTAINED = 3;

    private final MeasureTerms terms;

    Regression(MeasureTerms terms) {
        this.terms = terms;
    }

    int confirming() {
        return terms.stall().regression().confirmingReadings();
    }

    /**
     * Whether the rule holds at the last of some readings.
     *
     * @param best the best level sustained before the confirming readings; empty: none yet
     * @param series the first reading, and the later ones as far back as the rule looks
     */
    Optional<Finding> find(List<Reading> best, List<Reading> series) {
        List<Reading> last = last(series, confirming());
        if (best.size() == SUSTAINED && !last.isEmpty()) {
            Optional<Finding> lost = find(sustained(best), best, last);
            if (lost.isPresent()) {
                return lost;
            }
        }
        List<Reading> sinceBaseline = last(series.subList(1, series.size()), Math.max(SUSTAINED, confirming()));
        double baseline = terms.baseline(series.getFirst());
        return sinceBaseline.isEmpty() ? Optional.empty() : find(baseline, List.of(series.getFirst()), sinceBaseline);
    }

    /**
     * Whether readings are worse than a level.
     *
     * @param reference the level, in points of the measure
     * @param better the readings that it rests on
     * @param last the confirming readings, in event-time order
     */
    Optional<Finding> find(double reference, List<Reading> better, List<Reading> last) {
        double least = last.stream().mapToDouble(this::worse).min().orElseThrow() - terms.worse(reference);
        StallTerms stall = terms.stall();
        double error = stall.measurementError().points(reference);
        if (least <= error) {
            return Optional.empty();
        }
        var used = new ArrayList<>(better);
        used.addAll(last);
        return Optional.of(new Finding(
                last.getFirst().at(),
                reference,
                terms.worse(Statistics.level(last, this::worse)),
                least - error,
                used,
                least >= stall.importantChange().points(reference)));
    }

    /**
     * Whether a regression is over: the level is back within the error, and surely so.
     *
     * @param reference the sustained level that was lost, in points of the measure
     */
    boolean isOver(double reference, List<Reading> series) {
        StallTerms stall = terms.stall();
        double limit = stall.measurementError().points(reference) - stall.levelError(reference);
        return Statistics.level(series, this::worse) - terms.worse(reference) <= limit;
    }

    /** The better of two sustained levels; the earlier one where they are equal. */
    List<Reading> better(List<Reading> best, List<Reading> candidate) {
        if (candidate.size() < SUSTAINED) {
            return best;
        }
        return best.isEmpty() || terms.worse(sustained(candidate)) < terms.worse(sustained(best))
                ? List.copyOf(candidate)
                : best;
    }

    static List<Reading> last(List<Reading> readings, int count) {
        return readings.size() < count ? List.of() : readings.subList(readings.size() - count, readings.size());
    }

    /** The level that readings kept, that of the worst of them, in points of the measure. */
    double sustained(List<Reading> readings) {
        return terms.worse(readings.stream().mapToDouble(this::worse).max().orElseThrow());
    }

    private double worse(Reading reading) {
        return terms.worse(reading.value());
    }
}
