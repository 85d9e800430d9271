package io.github.throughline.intake.patient;

import io.github.throughline.platform.web.Problem;

/** There is no such patient: never was, erased, or the caller is not related to them. */
public final class UnknownPatient extends Problem {

    private UnknownPatient(int status, PatientId id) {
        super(status, "UNKNOWN_PATIENT", "no patient %s that you are related to".formatted(id));
    }

    /** The patient is what was asked for. */
    public static UnknownPatient askedFor(PatientId id) {
        return new UnknownPatient(404, id);
    }

    /** The request names the patient. */
    public static UnknownPatient named(PatientId id) {
        return new UnknownPatient(422, id);
    }
}
