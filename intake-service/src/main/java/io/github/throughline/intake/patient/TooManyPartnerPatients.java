package io.github.throughline.intake.patient;

import io.github.throughline.platform.web.Problem;

/** More ids at partners than a patient's events have room for. */
public final class TooManyPartnerPatients extends Problem {

    TooManyPartnerPatients() {
        super(
                422,
                "TOO_MANY_PARTNER_PATIENTS",
                "a patient has %d ids at partners at most; take out those that are no longer used"
                        .formatted(PartnerPatient.MOST),
                "partnerPatients");
    }
}
