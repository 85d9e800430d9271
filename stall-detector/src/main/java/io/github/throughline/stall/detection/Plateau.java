package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.StallTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recovery has stopped short of the target: not a response to treatment, surely off the target, and no progress under
 * way. A pure function of the series and the terms, so that evidence can be checked with it.
 */
final class Plateau {

    /** Of four readings one may be wild before the median of all slopes is. */
    private static final int READINGS_OF_A_SLOPE = 4;

    /** So many readings in a row must stand where recovery stopped: a level can be that of one wild reading more. */
    private static final int SUSTAINED = Regression.SUSTAINED;

    private final MeasureTerms terms;
    private final StallTerms.Plateau plateau;

    Plateau(MeasureTerms terms) {
        this.terms = terms;
        this.plateau = terms.stall().plateau();
    }

    /**
     * Whether the rule holds at the last reading of a series.
     *
     * @param series the first reading, then the later ones as far back as {@link #used} reaches
     */
    Optional<Finding> find(List<Reading> series) {
        double margin = Double.POSITIVE_INFINITY;
        for (int back = 0; back < plateau.confirmingReadings(); back++) {
            if (series.size() - back < plateau.minimumReadings()) {
                return Optional.empty();
            }
            margin = Math.min(margin, margin(series.subList(0, series.size() - back)));
            if (margin < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(finding(series, margin));
    }

    /** Whether too little time has passed, or too few readings are there, to say anything. */
    boolean tooEarly(List<Reading> series) {
        return tooFewWeeks(series) || series.size() < plateau.minimumReadings();
    }

    boolean tooFewWeeks(List<Reading> series) {
        return Math.round(series.getLast().weeksSince(series.getFirst())) < plateau.minimumWeeks();
    }

    /** Whether a plateau that was found is over. It must pass the limits by the error of a level. */
    boolean isOver(List<Reading> series) {
        double level = level(series);
        double improvement = baseline(series) - level;
        return terms.isAtTarget(level) || improvement >= response(series) + error(series);
    }

    boolean isOnTarget(List<Reading> series) {
        return terms.isAtTarget(level(series));
    }

    boolean isResponse(List<Reading> series) {
        return baseline(series) - level(series) >= response(series);
    }

    /** The readings of the series that the rule needs: the first, those of the windows, and enough to confirm. */
    List<Reading> used(List<Reading> series) {
        int from = usedFrom(series);
        if (from == 0) {
            return series;
        }
        var used = new ArrayList<Reading>(series.size() - from + 1);
        used.add(series.getFirst());
        used.addAll(series.subList(from, series.size()));
        return used;
    }

    private int usedFrom(List<Reading> series) {
        int confirming = plateau.confirmingReadings();
        int atLeast = Math.max(READINGS_OF_A_SLOPE, plateau.minimumReadings() - 1) + confirming - 1;
        int from = Math.max(0, series.size() - atLeast);
        Reading earliest = series.get(Math.max(0, series.size() - confirming));
        while (from > 0 && earliest.weeksSince(series.get(from - 1)) <= plateau.windowWeeks()) {
            from--;
        }
        return from;
    }

    private Finding finding(List<Reading> series, double margin) {
        List<Reading> earliest = series.subList(0, series.size() - plateau.confirmingReadings() + 1);
        List<Reading> standstill = standstill(earliest);
        return new Finding(
                standstill.getFirst().at(),
                terms.baseline(series.getFirst()),
                terms.worse(level(series)),
                margin,
                List.copyOf(used(series)),
                false);
    }

    /**
     * By how much the condition holds at the last reading, in points; below 0 it does not. The last reading must itself
     * be short of a response: who has just begun to answer is given a week.
     */
    private double margin(List<Reading> series) {
        if (tooEarly(series)) {
            return -1;
        }
        double level = level(series);
        double offTarget = offTarget(level, error(series));
        double shortOfResponse = response(series) - (baseline(series) - level);
        if (offTarget <= 0 || shortOfResponse <= 0 || !isShort(series.getLast(), series, 0)) {
            return -1;
        }
        if (standstill(series).size() < SUSTAINED) {
            return -1;
        }
        double shortOfProgress = progress(series) - gain(window(series));
        return shortOfProgress <= 0 ? -1 : Math.min(offTarget, Math.min(shortOfResponse, shortOfProgress));
    }

    private double offTarget(double level, double error) {
        Double target = terms.target();
        return target == null ? Double.POSITIVE_INFINITY : level - terms.worse(target) - error;
    }

    /** Improvement over the window, in points. */
    private double gain(List<Reading> window) {
        return -Statistics.slope(window, terms) * plateau.windowWeeks();
    }

    /** The last weeks; longer where they lack the readings of a slope, since progress that is not seen is not none. */
    private List<Reading> window(List<Reading> series) {
        int from = Math.max(0, series.size() - READINGS_OF_A_SLOPE);
        Reading last = series.getLast();
        while (from > 0 && last.weeksSince(series.get(from - 1)) <= plateau.windowWeeks()) {
            from--;
        }
        return series.subList(from, series.size());
    }

    /**
     * The window's last readings in a row that are off the target and not surely a response: it began with the first.
     * From an error more of improvement on a single reading surely is one; the level may be, since it is a median.
     */
    private List<Reading> standstill(List<Reading> series) {
        List<Reading> window = window(series);
        double error = error(series);
        int from = window.size();
        while (from > 0 && isShort(window.get(from - 1), series, error)) {
            from--;
        }
        return window.subList(from, window.size());
    }

    /** Whether a single reading is off the target and short of a response by some points more. */
    private boolean isShort(Reading reading, List<Reading> series, double more) {
        double value = terms.worse(reading);
        return !terms.isAtTarget(value) && baseline(series) - value < response(series) + more;
    }

    private double level(List<Reading> series) {
        return Statistics.level(series, terms);
    }

    private double baseline(List<Reading> series) {
        return terms.worse(terms.baseline(series.getFirst()));
    }

    private double response(List<Reading> series) {
        return plateau.response().points(terms.baseline(series.getFirst()));
    }

    private double progress(List<Reading> series) {
        return plateau.progress().points(terms.baseline(series.getFirst()));
    }

    private double error(List<Reading> series) {
        return terms.stall().levelError(terms.baseline(series.getFirst()));
    }
}
