package io.github.throughline.stall.accuracy;

import io.github.throughline.stall.cohort.Cohort;
import io.github.throughline.stall.cohort.SimulatedPatient;
import java.util.HashMap;
import java.util.function.ToDoubleFunction;

/**
 * A detector that scores each reading from the minimum weeks on, and tells where the score is above a limit.
 *
 * @param score the higher, the more it should be told
 */
record SimpleDetector(String name, ToDoubleFunction<Features> score, double limit) {

    /** Short of a third of improvement, and off the target: what many dashboards do. */
    static SimpleDetector shortOfResponse() {
        return new SimpleDetector(
                "improved by less than 30 %, off target", f -> f.improvement() < 0.3 && f.offTarget() > 0 ? 1 : 0, 0);
    }

    /** A level off the target that does not fall by 3 % of the scale a week. */
    static SimpleDetector slopeAndLevel() {
        return new SimpleDetector(
                "slope and level",
                f -> f.slope() > -0.03 && f.levelOffTarget() > 0.05 && f.improvement() < 0.3 ? 1 : 0,
                0);
    }

    Alarms on(Cohort cohort, int minimumWeeks, double target) {
        var first = new HashMap<String, Integer>();
        for (SimulatedPatient patient : cohort.patients()) {
            for (int i = 2; i < patient.reports().size(); i++) {
                int week = patient.reports().get(i).week();
                if (week >= minimumWeeks && score.applyAsDouble(Features.at(patient, i, cohort, target)) > limit) {
                    first.put(patient.id(), week);
                    break;
                }
            }
        }
        return new Alarms(name, first);
    }

    /** The same with the limit at which of the patients who recover a part gets a wrong alarm. */
    SimpleDetector atFalseAlarmRate(double rate, Cohort cohort, int minimumWeeks, double target) {
        double[] highest = cohort.judged(minimumWeeks).stream()
                .filter(patient -> !patient.trajectory().isPositive())
                .mapToDouble(patient -> highest(patient, cohort, minimumWeeks, target))
                .sorted()
                .toArray();
        int allowed = (int) Math.round(rate * highest.length);
        double least = allowed >= highest.length ? Double.NEGATIVE_INFINITY : highest[highest.length - 1 - allowed];
        return new SimpleDetector(name, score, least);
    }

    private double highest(SimulatedPatient patient, Cohort cohort, int minimumWeeks, double target) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 2; i < patient.reports().size(); i++) {
            if (patient.reports().get(i).week() >= minimumWeeks) {
                highest = Math.max(highest, score.applyAsDouble(Features.at(patient, i, cohort, target)));
            }
        }
        return highest;
    }
}
