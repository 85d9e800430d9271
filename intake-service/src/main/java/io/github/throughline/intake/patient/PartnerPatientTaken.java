package io.github.throughline.intake.patient;

import io.github.throughline.platform.web.Problem;

/** A partner's patient id belongs to another patient: their readings would be mixed up. */
public final class PartnerPatientTaken extends Problem {

    PartnerPatientTaken(String partner) {
        super(
                409,
                "PARTNER_PATIENT_TAKEN",
                "the patient id of partner %s belongs to another patient; check who is who".formatted(partner),
                "partnerPatients");
    }
}
