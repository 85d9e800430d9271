package io.github.throughline.signedplan;

import java.time.LocalDate;

/**
 * What the plan wants to reach.
 *
 * @param measure id of the measure
 * @param target value to reach, in points of the measure
 * @param by last day for it, in the patient's time zone
 */
public record Goal(String measure, double target, LocalDate by) {}
