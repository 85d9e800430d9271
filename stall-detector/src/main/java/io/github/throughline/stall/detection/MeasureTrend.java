package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.stall.detection.Verdict.Kind;
import io.github.throughline.stall.detection.Verdict.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The recent readings of one measure under a plan; bounded.
 *
 * @param series the first reading and the later ones as far back as a rule looks, in event-time order
 * @param best the best sustained level that the last readings are compared with; empty: none yet
 * @param isStalled a plateau was found and is not over
 * @param lost the sustained level that was lost in a regression that is not over; null: none
 * @param isOffTrack the measure was found off track and is not on it again
 */
record MeasureTrend(
        List<Reading> series,
        List<Reading> best,
        boolean isStalled,
        @Nullable Double lost,
        boolean isOffTrack,
        @Nullable Verdict verdict) {

    static final MeasureTrend EMPTY = new MeasureTrend(List.of(), List.of(), false, null, false, null);

    MeasureTrend {
        series = List.copyOf(series);
        best = List.copyOf(best);
    }

    /** The trend after a reading that is later than all others. */
    MeasureTrend with(Reading reading, MeasureTerms terms) {
        var all = new ArrayList<Reading>(series.size() + 1);
        all.addAll(series);
        all.add(reading);
        var plateau = new Plateau(terms);
        var regression = new Regression(terms);
        List<Reading> sustained = regression.better(best, Regression.before(all, regression.confirming()));
        Double reference = stillLost(regression, all, sustained);
        boolean stalled = isStalled ? !plateau.isOver(all) : plateau.find(all).isPresent();
        boolean off = terms.offTrack()
                .map(course -> new OffTrack(terms, course))
                .filter(rule -> isOffTrack ? !rule.isOver(all) : rule.find(all).isPresent())
                .isPresent();
        var trend =
                new MeasureTrend(retained(all, plateau, regression, terms), sustained, stalled, reference, off, null);
        return trend.judged(trend.verdict(all, plateau, terms).following(verdict));
    }

    private MeasureTrend judged(Verdict now) {
        return new MeasureTrend(series, best, isStalled, lost, isOffTrack, now);
    }

    /** The same readings, to be judged afresh by a plan that aims elsewhere. */
    MeasureTrend unjudged(Instant at) {
        return new MeasureTrend(series, best, false, null, false, Verdict.none(Reason.PLAN_CHANGED, at));
    }

    /** Nothing but that there is no verdict any more. */
    MeasureTrend over(Reason reason, Instant at) {
        return series.isEmpty()
                ? this
                : new MeasureTrend(List.of(), List.of(), false, null, false, Verdict.none(reason, at));
    }

    /** Whether it stalls or worsens, and has not recovered. */
    boolean isInTrouble() {
        return isStalled || lost != null;
    }

    Optional<Finding> plateau(MeasureTerms terms) {
        return new Plateau(terms).find(series);
    }

    Optional<Finding> regression(MeasureTerms terms) {
        return new Regression(terms).find(best, series);
    }

    Optional<Finding> offTrack(MeasureTerms terms) {
        return terms.offTrack().flatMap(course -> new OffTrack(terms, course).find(series));
    }

    boolean isPlateauOver(MeasureTerms terms) {
        return new Plateau(terms).isOver(series);
    }

    /** @param reference the sustained level that was lost, in points of the measure */
    boolean isRegressionOver(MeasureTerms terms, double reference) {
        return new Regression(terms).isOver(reference, series);
    }

    boolean restsOn(UUID readingId) {
        return isAmong(series, readingId) || isAmong(best, readingId);
    }

    private static boolean isAmong(List<Reading> readings, UUID readingId) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).readingId().equals(readingId)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Double stillLost(Regression regression, List<Reading> all, List<Reading> sustained) {
        if (lost != null) {
            return regression.isOver(lost, all) ? null : lost;
        }
        return regression.find(sustained, all).map(Finding::baseline).orElse(null);
    }

    private Verdict verdict(List<Reading> all, Plateau plateau, MeasureTerms terms) {
        Instant at = all.getLast().at();
        double level = terms.worse(Statistics.level(all, terms));
        if (lost != null) {
            return new Verdict(Kind.WORSENING, Reason.WORSE_THAN_SUSTAINED, at, level);
        }
        if (plateau.tooEarly(all) && !isOffTrack) {
            Reason reason = plateau.tooFewWeeks(all) ? Reason.TOO_FEW_WEEKS : Reason.TOO_FEW_READINGS;
            return new Verdict(Kind.TOO_EARLY, reason, at, null);
        }
        if (plateau.isOnTarget(all)) {
            return new Verdict(Kind.ON_TARGET, Reason.LEVEL_AT_TARGET, at, level);
        }
        if (isStalled) {
            return new Verdict(Kind.STALLED, Reason.NO_RESPONSE_AND_NO_PROGRESS, at, level);
        }
        if (isOffTrack) {
            return new Verdict(Kind.STALLED, Reason.BELOW_EXPECTED_COURSE, at, level);
        }
        Reason reason = plateau.isResponse(all) ? Reason.RESPONSE_REACHED : Reason.PROGRESS_OR_UNCONFIRMED;
        return new Verdict(Kind.IMPROVING, reason, at, level);
    }

    private static List<Reading> retained(
            List<Reading> all, Plateau plateau, Regression regression, MeasureTerms terms) {
        List<Reading> used = plateau.used(all);
        int forOffTrack =
                terms.offTrack().map(OffTrackTerms::confirmingReadings).orElse(0);
        int fewest = Regression.SUSTAINED + Math.max(regression.confirming(), forOffTrack);
        if (used.size() > fewest) {
            return used;
        }
        if (all.size() <= fewest) {
            return all;
        }
        var retained = new ArrayList<Reading>(fewest + 1);
        retained.add(all.getFirst());
        retained.addAll(all.subList(all.size() - fewest, all.size()));
        return retained;
    }
}
