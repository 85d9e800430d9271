package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.StallTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patient was better once, for three readings in a row, and is worse now by more than the error, confirmed; or is
 * worse than at the baseline, confirmed by one reading more, since a baseline is one reading only. Where a threshold is
 * a part of the baseline, the level that was lost is the baseline.
 */
final class Regression {

    /** So many readings in a row make a level sustained; its value is that of the worst of them. */
    static final int SUSTAINED = 3;

    /** However bad it is, one reading is none. */
    private static final int FEWEST = 2;

    private final MeasureTerms terms;
    private final StallTerms.Regression regression;

    Regression(MeasureTerms terms) {
        this.terms = terms;
        this.regression = terms.stall().regression();
    }

    int confirming() {
        return regression.confirmingReadings();
    }

    /**
     * Whether the rule holds at the last of some readings.
     *
     * @param best the best level sustained before the confirming readings; empty: none yet
     * @param series the first reading, and the later ones as far back as the rule looks
     */
    Optional<Finding> find(List<Reading> best, List<Reading> series) {
        int fewest = Math.min(confirming(), Math.max(FEWEST, confirming() - 1));
        for (int count = confirming(); count >= fewest; count--) {
            Optional<Finding> lost = sinceBest(best, series, count);
            Optional<Finding> found = lost.isPresent() ? lost : sinceBaseline(series, count + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> sinceBest(List<Reading> best, List<Reading> series, int count) {
        List<Reading> sustained = better(best, before(series, count));
        List<Reading> last = last(series, count);
        return sustained.size() < SUSTAINED || last.isEmpty()
                ? Optional.empty()
                : find(sustained(sustained), sustained, last);
    }

    private Optional<Finding> sinceBaseline(List<Reading> series, int count) {
        return series.size() - 1 < count
                ? Optional.empty()
                : find(terms.baseline(series.getFirst()), List.of(series.getFirst()), last(series, count));
    }

    /**
     * Whether readings are worse than a level.
     *
     * @param reference the level, in points of the measure
     * @param better the readings that it rests on: one for a baseline
     * @param last the confirming readings, in event-time order
     */
    Optional<Finding> find(double reference, List<Reading> better, List<Reading> last) {
        double least = Statistics.least(last, terms) - terms.worse(reference);
        StallTerms stall = terms.stall();
        double error = stall.measurementError().points(reference);
        if (least <= error || !isConfirmed(last, better.size() == 1 ? 1 : 0, least, error)) {
            return Optional.empty();
        }
        var used = new ArrayList<>(better);
        used.addAll(last);
        return Optional.of(new Finding(
                last.getFirst().at(),
                reference,
                terms.worse(Statistics.level(last, terms)),
                least - error,
                used,
                least >= stall.importantChange().points(reference)));
    }

    /** Whether there are enough readings for how much worse they are, and how far apart. */
    private boolean isConfirmed(List<Reading> last, int more, double least, double error) {
        int full = confirming() + more;
        boolean isMuch = least > regression.muchWorse() * error;
        boolean isApart = last.getLast().weeksSince(last.getFirst()) >= full;
        return last.size() >= full || last.size() == full - 1 && (isMuch || isApart);
    }

    /**
     * Whether a regression is over: the level is back within the error, and surely so.
     *
     * @param reference the sustained level that was lost, in points of the measure
     */
    boolean isOver(double reference, List<Reading> series) {
        StallTerms stall = terms.stall();
        double limit = stall.measurementError().points(reference) - stall.levelError(reference);
        return Statistics.level(series, terms) - terms.worse(reference) <= limit;
    }

    /** The better of two sustained levels; the earlier one where they are equal. */
    List<Reading> better(List<Reading> best, List<Reading> candidate) {
        if (candidate.size() < SUSTAINED) {
            return best;
        }
        return best.isEmpty() || Statistics.worst(candidate, terms) < Statistics.worst(best, terms)
                ? List.copyOf(candidate)
                : best;
    }

    /** The three readings before the last ones; fewer, where there are. */
    static List<Reading> before(List<Reading> readings, int count) {
        int to = Math.max(0, readings.size() - count);
        return readings.subList(Math.max(0, to - SUSTAINED), to);
    }

    private static List<Reading> last(List<Reading> readings, int count) {
        return readings.size() < count ? List.of() : readings.subList(readings.size() - count, readings.size());
    }

    /** The level that readings kept, that of the worst of them, in points of the measure. */
    double sustained(List<Reading> readings) {
        return terms.worse(Statistics.worst(readings, terms));
    }
}
