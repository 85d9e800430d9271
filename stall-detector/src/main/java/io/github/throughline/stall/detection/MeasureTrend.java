package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Verdict.Kind;
import io.github.throughline.stall.detection.Verdict.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recent readings of one measure under a plan; bounded.
 *
 * @param series the first reading and the later ones as far back as a rule looks, in event-time order
 * @param best the best sustained level that the last readings are compared with; empty: none yet
 * @param isStalled a plateau was found and is not over
 * @param lost the sustained level that was lost in a regression that is not over; null: none
 */
record MeasureTrend(
        List<Reading> series,
        List<Reading> best,
        boolean isStalled,
        @Nullable Double lost,
        @Nullable Verdict verdict) {

    static final MeasureTrend EMPTY = new MeasureTrend(List.of(), List.of(), false, null, null);

    MeasureTrend {
        series = List.copyOf(series);
        best = List.copyOf(best);
    }

    /** The trend after a reading that is later than all others. */
    MeasureTrend with(Reading reading, MeasureTerms terms) {
        var all = new ArrayList<>(series);
        all.add(reading);
        var plateau = new Plateau(terms);
        var regression = new Regression(terms);
        List<Reading> sustained = regression.better(best, candidate(all, regression.confirming()));
        Double reference = stillLost(regression, all, sustained);
        boolean stalled = isStalled ? !plateau.isOver(all) : plateau.find(all).isPresent();
        var now = verdict(all, plateau, stalled, reference != null, terms);
        return new MeasureTrend(
                retained(all, plateau, regression), sustained, stalled, reference, now.following(verdict));
    }

    /** The same readings, to be judged afresh by a plan that aims elsewhere. */
    MeasureTrend unjudged(Instant at) {
        return new MeasureTrend(series, best, false, null, Verdict.none(Reason.PLAN_CHANGED, at));
    }

    /** Nothing but that there is no verdict any more. */
    MeasureTrend over(Reason reason, Instant at) {
        return series.isEmpty() ? this : new MeasureTrend(List.of(), List.of(), false, null, Verdict.none(reason, at));
    }

    Optional<Finding> plateau(MeasureTerms terms) {
        return new Plateau(terms).find(series);
    }

    Optional<Finding> regression(MeasureTerms terms) {
        return new Regression(terms).find(best, series);
    }

    boolean isPlateauOver(MeasureTerms terms) {
        return new Plateau(terms).isOver(series);
    }

    /** @param reference the sustained level that was lost, in points of the measure */
    boolean isRegressionOver(MeasureTerms terms, double reference) {
        return new Regression(terms).isOver(reference, series);
    }

    boolean restsOn(UUID readingId) {
        return Stream.concat(series.stream(), best.stream())
                .anyMatch(reading -> reading.readingId().equals(readingId));
    }

    private @Nullable Double stillLost(Regression regression, List<Reading> all, List<Reading> sustained) {
        if (lost != null) {
            return regression.isOver(lost, all) ? null : lost;
        }
        return regression.find(sustained, all).map(Finding::baseline).orElse(null);
    }

    private static Verdict verdict(
            List<Reading> all, Plateau plateau, boolean stalled, boolean worsening, MeasureTerms terms) {
        Instant at = all.getLast().at();
        double level = terms.worse(Statistics.level(all, reading -> terms.worse(reading.value())));
        if (worsening) {
            return new Verdict(Kind.WORSENING, Reason.WORSE_THAN_SUSTAINED, at, level);
        }
        if (plateau.tooEarly(all)) {
            Reason reason = plateau.tooFewWeeks(all) ? Reason.TOO_FEW_WEEKS : Reason.TOO_FEW_READINGS;
            return new Verdict(Kind.TOO_EARLY, reason, at, null);
        }
        if (plateau.isOnTarget(all)) {
            return new Verdict(Kind.ON_TARGET, Reason.LEVEL_AT_TARGET, at, level);
        }
        if (stalled) {
            return new Verdict(Kind.STALLED, Reason.NO_RESPONSE_AND_NO_PROGRESS, at, level);
        }
        Reason reason = plateau.isResponse(all) ? Reason.RESPONSE_REACHED : Reason.PROGRESS_OR_UNCONFIRMED;
        return new Verdict(Kind.IMPROVING, reason, at, level);
    }

    /** The three readings before the last ones that would confirm a regression. */
    private static List<Reading> candidate(List<Reading> all, int confirming) {
        int to = all.size() - confirming;
        return to < Regression.SUSTAINED ? List.of() : all.subList(to - Regression.SUSTAINED, to);
    }

    private static List<Reading> retained(List<Reading> all, Plateau plateau, Regression regression) {
        List<Reading> used = plateau.used(all);
        int forRegression = Regression.SUSTAINED + regression.confirming();
        if (used.size() > forRegression || all.size() <= forRegression) {
            return all.size() <= forRegression ? all : used;
        }
        var retained = new ArrayList<Reading>();
        retained.add(all.getFirst());
        retained.addAll(all.subList(all.size() - forRegression, all.size()));
        return retained;
    }
}
