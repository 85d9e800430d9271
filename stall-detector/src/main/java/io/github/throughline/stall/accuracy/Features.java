package io.github.throughline.stall.accuracy;

import io.github.throughline.stall.cohort.Cohort;
import io.github.throughline.stall.cohort.SimulatedPatient;
import io.github.throughline.stall.cohort.SimulatedPatient.Report;
import java.util.Arrays;
import java.util.List;

/**
 * What simple detectors look at, at one reading; in parts of the scale, higher is worse.
 *
 * @param offTarget how far the last reading is from the default target
 * @param levelOffTarget how far the median of the last three is
 * @param improvement from the first reading to the last, as a part of the first
 * @param slope least squares over the last four weeks, a week
 */
record Features(double offTarget, double levelOffTarget, double improvement, double slope) {

    private static final int WINDOW_WEEKS = 4;

    /** Of the readings up to one. @param target the default target, in points of the measure */
    static Features at(SimulatedPatient patient, int index, Cohort cohort, double target) {
        List<Report> reports = patient.reports();
        double range = cohort.scale().range();
        double best = cohort.scale().best();
        double[] severity = reports.subList(0, index + 1).stream()
                .mapToDouble(report -> Math.abs(report.value() - best) / range)
                .toArray();
        double aim = Math.abs(target - best) / range;
        double last = severity[index];
        double[] three = Arrays.copyOfRange(severity, Math.max(0, index - 2), index + 1);
        Arrays.sort(three);
        return new Features(
                last - aim,
                three[three.length / 2] - aim,
                severity[0] == 0 ? 1 : (severity[0] - last) / severity[0],
                slope(reports, severity, index));
    }

    double[] values() {
        return new double[] {1, offTarget, levelOffTarget, improvement, slope};
    }

    private static double slope(List<Report> reports, double[] severity, int index) {
        int from = index;
        while (from > 0 && reports.get(index).week() - reports.get(from - 1).week() <= WINDOW_WEEKS) {
            from--;
        }
        from = Math.min(from, Math.max(0, index - 2));
        int n = index - from + 1;
        double week = 0;
        double value = 0;
        for (int i = from; i <= index; i++) {
            week += reports.get(i).week() / (double) n;
            value += severity[i] / n;
        }
        double top = 0;
        double bottom = 0;
        for (int i = from; i <= index; i++) {
            top += (reports.get(i).week() - week) * (severity[i] - value);
            bottom += (reports.get(i).week() - week) * (reports.get(i).week() - week);
        }
        return bottom == 0 ? 0 : top / bottom;
    }
}
