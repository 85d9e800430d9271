package io.github.throughline.signedplan;

import java.time.LocalDate;

/**
 * Something that is to be done once: read or watch, take up a medication, come to an appointment, have a test.
 *
 * @param id stable code within the plan, e.g. back-school; it stays when a later version moves the day
 * @param title what patient and care team read
 * @param dueOn last day for it, in the patient's time zone
 */
public record PlannedStep(String id, Kind kind, String title, LocalDate dueOn) {

    /** What kind of thing it is. */
    public enum Kind {
        EDUCATION,
        MEDICATION,
        APPOINTMENT,
        TEST
    }
}
