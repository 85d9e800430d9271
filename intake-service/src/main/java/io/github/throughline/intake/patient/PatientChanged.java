package io.github.throughline.intake.patient;

/** More or other particulars of a patient are known; told inside the transaction. */
public record PatientChanged(Patient patient) {}
