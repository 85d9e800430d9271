package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.OffTrackTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The patient is worse than the program expects of this baseline at this week, by more than the band, confirmed. */
final class OffTrack {

    /** A level is a median of three readings. */
    private static final int READINGS_OF_A_LEVEL = 3;

    private final MeasureTerms terms;
    private final OffTrackTerms course;

    OffTrack(MeasureTerms terms, OffTrackTerms course) {
        this.terms = terms;
        this.course = course;
    }

    /** So many of the last readings does the rule look at. */
    int looksAt() {
        return READINGS_OF_A_LEVEL + course.confirmingReadings() - 1;
    }

    /**
     * Whether the rule holds at the last reading of a series.
     *
     * @param series the first reading, and the later ones as far back as the rule looks
     */
    Optional<Finding> find(List<Reading> series) {
        if (series.size() < looksAt()) {
            return Optional.empty();
        }
        double margin = Double.POSITIVE_INFINITY;
        for (int back = 0; back < course.confirmingReadings(); back++) {
            margin = Math.min(margin, margin(series.subList(0, series.size() - back)));
        }
        return margin <= 0 ? Optional.empty() : Optional.of(finding(series, margin));
    }

    /** Whether it is over: at the target, or surely within the band. */
    boolean isOver(List<Reading> series) {
        Reading first = series.getFirst();
        return terms.isAtTarget(Statistics.level(series, terms))
                || margin(series) + terms.stall().levelError(terms.baseline(first)) <= 0;
    }

    private Finding finding(List<Reading> series, double margin) {
        var used = new ArrayList<Reading>();
        List<Reading> last = series.subList(series.size() - looksAt(), series.size());
        if (!last.contains(series.getFirst())) {
            used.add(series.getFirst());
        }
        used.addAll(last);
        return new Finding(
                last.get(READINGS_OF_A_LEVEL - 1).at(),
                terms.baseline(series.getFirst()),
                terms.worse(Statistics.level(series, terms)),
                margin,
                used,
                false);
    }

    /** By how much the level at the last reading is below what is expected and the band, in points. */
    private double margin(List<Reading> series) {
        Reading first = series.getFirst();
        double week = series.getLast().weeksSince(first);
        double level = Statistics.level(series, terms);
        if (!course.covers(week) || terms.isAtTarget(level)) {
            return Double.NEGATIVE_INFINITY;
        }
        double baseline = terms.baseline(first);
        double expected = Math.abs(baseline) * course.improvement(week) / 100;
        double improvement = terms.worse(baseline) - level;
        return expected - course.band().points(baseline) - improvement;
    }
}
