package io.github.throughline.stall.cohort;

import java.util.List;

/**
 * A simulated patient.
 *
 * @param lastWeek the week after which the patient is not seen any more
 * @param reports by rising week
 */
public record SimulatedPatient(String id, Trajectory trajectory, int lastWeek, List<Report> reports) {

    public SimulatedPatient {
        reports = List.copyOf(reports);
    }

    /**
     * What was reported.
     *
     * @param value in points of the measure
     */
    public record Report(int week, double value) {}

    /**
     * Whether anybody could tell: the patient stays for the minimum weeks, and for two reports after the onset.
     *
     * @param minimumWeeks before these it is too early to say
     */
    boolean canBeJudged(int minimumWeeks, int everyWeeks) {
        Integer onset = trajectory.onsetWeek();
        return lastWeek >= Math.max(minimumWeeks, onset == null ? 0 : onset) + 2 * everyWeeks;
    }
}
