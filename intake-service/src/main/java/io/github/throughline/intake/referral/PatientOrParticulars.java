package io.github.throughline.intake.referral;

import io.github.throughline.platform.web.Problem;

/** A referral says both or neither of who a new patient is and which known one is meant. */
final class PatientOrParticulars extends Problem {

    PatientOrParticulars() {
        super(400, "PATIENT_OR_PATIENT_ID", "say who a new patient is, or name a known one by patientId", "patient");
    }
}
