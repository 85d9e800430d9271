package io.github.throughline.sandbox.report;

/**
 * Patients of one trajectory.
 *
 * @param escalated patients with a plateau or regression
 * @param silent patients with missed check-ins
 */
public record Cohort(String trajectory, int patients, int escalated, int silent) {

    /** Share of the patients that was escalated, 0 to 1. */
    double rate() {
        return patients == 0 ? 0 : (double) escalated / patients;
    }
}
