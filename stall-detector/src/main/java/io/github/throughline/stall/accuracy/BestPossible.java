package io.github.throughline.stall.accuracy;

import io.github.throughline.stall.cohort.Cohort;
import io.github.throughline.stall.cohort.CohortOptions;
import io.github.throughline.stall.cohort.SimulatedPatient;
import io.github.throughline.stall.cohort.Trajectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The best that is possible on a cohort: the likelihood ratio of the readings so far under the true parameters (Neyman
 * and Pearson 1933), for those who should be found against those who should not, with baseline and change integrated out
 * over a grid. No detector can do this for real patients: it knows what they were made from.
 */
final class BestPossible {

    private static final int BASELINES = 17;
    private static final int MAGNITUDES = 5;

    private final Cohort cohort;
    private final int minimumWeeks;
    private final double[] totals;
    private final List<Hypothesis> hypotheses;

    BestPossible(Cohort cohort, int minimumWeeks) {
        this.cohort = cohort;
        this.minimumWeeks = minimumWeeks;
        this.totals = cohort.scale().totals().stream()
                .mapToDouble(Number::doubleValue)
                .toArray();
        this.hypotheses = hypotheses(cohort.options());
    }

    /** One way in which a patient can have been made, and what it makes probable. */
    private record Hypothesis(boolean isPositive, double logPrior, double[][] logLikelihood) {}

    /** Its alarms where of the patients who recover a part gets a wrong one. */
    Alarms atFalseAlarmRate(double rate) {
        var scores = new HashMap<String, List<double[]>>();
        cohort.patients().forEach(patient -> scores.put(patient.id(), scores(patient)));
        List<Double> highest = cohort.judged(minimumWeeks).stream()
                .filter(patient -> !patient.trajectory().isPositive())
                .map(patient -> highest(scores.getOrDefault(patient.id(), List.of())))
                .toList();
        double threshold = threshold(highest, rate);
        var alarms = new HashMap<String, Integer>();
        scores.forEach((patient, course) -> course.stream()
                .filter(score -> score[1] > threshold)
                .findFirst()
                .ifPresent(score -> alarms.put(patient, (int) score[0])));
        return new Alarms("best possible at the same false alarms", alarms);
    }

    private static double highest(List<double[]> course) {
        return course.stream().mapToDouble(score -> score[1]).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /** What so many of the highest scores are above. */
    private static double threshold(List<Double> highest, double rate) {
        List<Double> sorted = highest.stream().sorted(Comparator.reverseOrder()).toList();
        int allowed = (int) Math.round(rate * sorted.size());
        return allowed >= sorted.size() ? Double.NEGATIVE_INFINITY : sorted.get(allowed);
    }

    /** Week and log-likelihood ratio at each reading from the minimum weeks on. */
    private List<double[]> scores(SimulatedPatient patient) {
        double[] sums = hypotheses.stream().mapToDouble(Hypothesis::logPrior).toArray();
        var scores = new ArrayList<double[]>();
        for (SimulatedPatient.Report report : patient.reports()) {
            int value = place(report.value());
            for (int h = 0; h < sums.length; h++) {
                sums[h] += hypotheses.get(h).logLikelihood()[report.week()][value];
            }
            if (report.week() >= minimumWeeks) {
                scores.add(new double[] {report.week(), sum(sums, true) - sum(sums, false)});
            }
        }
        return scores;
    }

    /** Logarithm of the sum of what is given as logarithms. */
    private double sum(double[] logs, boolean ofPositive) {
        double most = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < logs.length; h++) {
            if (hypotheses.get(h).isPositive() == ofPositive) {
                most = Math.max(most, logs[h]);
            }
        }
        double sum = 0;
        for (int h = 0; h < logs.length; h++) {
            if (hypotheses.get(h).isPositive() == ofPositive) {
                sum += Math.exp(logs[h] - most);
            }
        }
        return most + Math.log(sum);
    }

    private int place(double value) {
        return Arrays.binarySearch(totals, value);
    }

    private List<Hypothesis> hypotheses(CohortOptions options) {
        var all = new ArrayList<Hypothesis>();
        double range = cohort.scale().range();
        for (Trajectory trajectory : Trajectory.values()) {
            double logPrior = Math.log(trajectory.share() / (BASELINES * MAGNITUDES));
            for (int b = 0; b < BASELINES; b++) {
                double width = Cohort.MOST_BASELINE - Cohort.LEAST_BASELINE;
                double baseline = range * (Cohort.LEAST_BASELINE + width * (b + 0.5) / BASELINES);
                for (int m = 0; m < MAGNITUDES; m++) {
                    double magnitude = (m + 0.5) / MAGNITUDES;
                    double[][] logLikelihood = new double[options.weeks() + 1][];
                    for (int week = 0; week <= options.weeks(); week += options.everyWeeks()) {
                        double severity = trajectory.severity(baseline, magnitude, cohort.scale(), week);
                        logLikelihood[week] = logLikelihood(severity, options.noise());
                    }
                    all.add(new Hypothesis(trajectory.isPositive(), logPrior, logLikelihood));
                }
            }
        }
        return all;
    }

    /** Of each total that can be reported: it is the nearest to what was felt, the ends take what lies beyond. */
    private double[] logLikelihood(double severity, double noise) {
        double felt = cohort.scale().total(severity);
        double[] logs = new double[totals.length];
        double below = 0;
        for (int i = 0; i < totals.length; i++) {
            double upTo = i == totals.length - 1 ? 1 : Normal.below(((totals[i] + totals[i + 1]) / 2 - felt) / noise);
            logs[i] = Math.log(Math.max(1e-12, upTo - below));
            below = upTo;
        }
        return logs;
    }
}
