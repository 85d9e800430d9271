package io.github.throughline.signedplan;

/**
 * What the plan foresees when a rule holds.
 *
 * @param code stable code, e.g. bring-physician-back
 * @param text what the clinician reads
 */
public record NextStep(String code, String text) {}
