package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.StallTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The patient was better once, for three readings in a row, and is worse now by more than the error, confirmed. Where a
 * threshold is a part of the baseline, the sustained level that was lost is the baseline.
 */
final class Regression {

    /** So many readings in a row make a level sustained; its value is the worst of them. */
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
     * @param best the best level sustained before them
     * @param last the confirming readings, in event-time order
     */
    Optional<Finding> find(List<Reading> best, List<Reading> last) {
        if (best.size() < SUSTAINED || last.size() < confirming()) {
            return Optional.empty();
        }
        double sustained = sustained(best);
        double least = last.stream().mapToDouble(this::worse).min().orElseThrow() - sustained;
        double error = terms.stall().measurementError().points(sustained);
        return least > error ? Optional.of(finding(best, last, least)) : Optional.empty();
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
        return best.isEmpty() || sustained(candidate) < sustained(best) ? List.copyOf(candidate) : best;
    }

    private Finding finding(List<Reading> best, List<Reading> last, double least) {
        StallTerms stall = terms.stall();
        double reference = terms.worse(sustained(best));
        var used = new ArrayList<>(best);
        used.addAll(last);
        used.sort(Comparator.comparing(Reading::at));
        return new Finding(
                last.getFirst().at(),
                reference,
                terms.worse(Statistics.level(last, this::worse)),
                least - stall.measurementError().points(reference),
                used,
                least >= stall.importantChange().points(reference));
    }

    private double sustained(List<Reading> readings) {
        return readings.stream().mapToDouble(this::worse).max().orElseThrow();
    }

    private double worse(Reading reading) {
        return terms.worse(reading.value());
    }
}
