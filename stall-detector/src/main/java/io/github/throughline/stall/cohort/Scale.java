package io.github.throughline.stall.cohort;

import io.github.throughline.measures.Measure;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import io.github.throughline.signedplan.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The scale of a measure, by distance from its best end.
 *
 * @param response improvement that is a response to treatment by the catalogue, as a part of the baseline
 * @param totals what the instrument can produce, in rising order
 */
public record Scale(double best, double worst, double response, List<BigDecimal> totals) {

    /** Baseline at which a response in points is turned into a part, as a part of the scale: that of a usual patient. */
    private static final double USUAL_BASELINE = (Cohort.LEAST_BASELINE + Cohort.MOST_BASELINE) / 2;

    static Scale of(Measure measure) {
        double low = measure.minimum().doubleValue();
        double high = measure.maximum().doubleValue();
        boolean isWorse = measure.direction() == Direction.HIGHER_IS_WORSE;
        return new Scale(isWorse ? low : high, isWorse ? high : low, response(measure), totals(measure));
    }

    private static double response(Measure measure) {
        Threshold response = measure.stall().response().threshold(null);
        double range = measure.maximum().subtract(measure.minimum()).doubleValue();
        return response.unit() == Threshold.Unit.PERCENT_OF_BASELINE
                ? response.value() / 100
                : response.value() / (USUAL_BASELINE * range);
    }

    private static List<BigDecimal> totals(Measure measure) {
        int decimals = measure.scoring().decimals();
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        var totals = new ArrayList<BigDecimal>();
        BigDecimal total = measure.minimum().setScale(decimals, RoundingMode.HALF_UP);
        for (; total.compareTo(measure.maximum()) <= 0; total = total.add(step)) {
            if (measure.canTotal(total)) {
                totals.add(total);
            }
        }
        return List.copyOf(totals);
    }

    public double range() {
        return Math.abs(worst - best);
    }

    /** A severity as a total, which the instrument may not be able to produce. */
    public double total(double severity) {
        return best + (worst > best ? severity : -severity);
    }

    /** The nearest total that the instrument can produce. */
    double value(double severity) {
        double wanted = total(severity);
        double nearest = totals.getFirst().doubleValue();
        for (BigDecimal total : totals) {
            if (Math.abs(total.doubleValue() - wanted) < Math.abs(nearest - wanted)) {
                nearest = total.doubleValue();
            }
        }
        return nearest;
    }
}
