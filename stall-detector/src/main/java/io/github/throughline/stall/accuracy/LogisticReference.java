package io.github.throughline.stall.accuracy;

import io.github.throughline.stall.cohort.Cohort;
import io.github.throughline.stall.cohort.SimulatedPatient;
import java.util.ArrayList;
import java.util.List;

/**
 * A logistic regression on level, improvement and slope, fitted to another cohort made with the same parameters: what
 * somebody would build who has labelled data and no rules.
 */
final class LogisticReference {

    private static final int STEPS = 400;
    private static final double RATE = 1.0;

    private LogisticReference() {}

    /** Fitted at the last reading of each patient of whom anybody could tell, with equal weight of both kinds. */
    static SimpleDetector fittedOn(Cohort cohort, int minimumWeeks, double target) {
        var rows = new ArrayList<double[]>();
        var positive = new ArrayList<Boolean>();
        for (SimulatedPatient patient : cohort.judged(minimumWeeks)) {
            int last = patient.reports().size() - 1;
            if (last >= 2) {
                rows.add(Features.at(patient, last, cohort, target).values());
                positive.add(patient.trajectory().isPositive());
            }
        }
        double[] weights = fit(rows, positive);
        return new SimpleDetector("logistic regression at the same false alarms", f -> dot(weights, f.values()), 0);
    }

    private static double[] fit(List<double[]> rows, List<Boolean> positive) {
        double[] weights = new double[rows.getFirst().length];
        long of = positive.stream().filter(is -> is).count();
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[weights.length];
            for (int r = 0; r < rows.size(); r++) {
                boolean is = positive.get(r);
                double error = (is ? 1 : 0) - 1 / (1 + Math.exp(-dot(weights, rows.get(r))));
                double weight = 0.5 / (is ? of : rows.size() - of);
                for (int i = 0; i < weights.length; i++) {
                    gradient[i] += weight * error * rows.get(r)[i];
                }
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] += RATE * 10 * gradient[i];
            }
        }
        return weights;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
