package io.github.throughline.intake.referral;

import io.github.throughline.intake.patient.Patient;

/** A referral was taken in; told inside the transaction. */
public record ReferralRegistered(Referral referral, Patient patient) {}
