package io.github.throughline.stall.accuracy;

import io.github.throughline.stall.cohort.Cohort;
import io.github.throughline.stall.cohort.SimulatedPatient;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a detector did on a cohort, of the patients of whom anybody could tell.
 *
 * @param patients how many were judged
 * @param medianDelay readings from the later of onset and minimum weeks to the alarm, of those rightly found
 * @param falseAlarmsPerYear of patients who recover, by the years for which they were followed
 */
public record Figures(
        String detector,
        int patients,
        double baseRate,
        double sensitivity,
        double specificity,
        double ppv,
        double alertsPer100,
        double medianDelay,
        double falseAlarmsPerYear) {

    private static final double WEEKS_OF_A_YEAR = 52.18;

    static Figures of(Alarms alarms, Cohort cohort, int minimumWeeks) {
        int everyWeeks = cohort.options().everyWeeks();
        int positive = 0;
        int rightly = 0;
        int wrongly = 0;
        double weeks = 0;
        List<SimulatedPatient> judged = cohort.judged(minimumWeeks);
        var delays = new ArrayList<Double>();
        for (SimulatedPatient patient : judged) {
            Integer alarm = alarms.byPatient().get(patient.id());
            Integer onset = patient.trajectory().onsetWeek();
            if (onset == null) {
                weeks += patient.lastWeek();
                wrongly += alarm == null ? 0 : 1;
            } else {
                positive++;
                rightly += alarm == null ? 0 : 1;
                if (alarm != null) {
                    delays.add((double) Math.max(0, alarm - Math.max(onset, minimumWeeks)) / everyWeeks);
                }
            }
        }
        int negative = judged.size() - positive;
        return new Figures(
                alarms.detector(),
                judged.size(),
                part(positive, judged.size()),
                part(rightly, positive),
                part(negative - wrongly, negative),
                part(rightly, rightly + wrongly),
                100 * part(rightly + wrongly, judged.size()),
                median(delays),
                weeks == 0 ? 0 : wrongly * WEEKS_OF_A_YEAR / weeks);
    }

    /** Of how many patients who recover a wrong alarm was given. */
    double falseAlarmRate() {
        return 1 - specificity;
    }

    private static double part(int of, int all) {
        return all == 0 ? Double.NaN : (double) of / all;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        return n == 0 ? Double.NaN : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }
}
