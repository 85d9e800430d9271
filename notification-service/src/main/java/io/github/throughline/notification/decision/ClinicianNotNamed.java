package io.github.throughline.notification.decision;

import io.github.throughline.platform.web.Problem;

/** A coordinator records a decision without saying whose it is. */
public final class ClinicianNotNamed extends Problem {

    ClinicianNotNamed() {
        super(422, "CLINICIAN_NOT_NAMED", "name the clinician of the care team who decided in decidedBy", "decidedBy");
    }
}
