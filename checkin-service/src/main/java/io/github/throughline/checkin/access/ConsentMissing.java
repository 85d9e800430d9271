package io.github.throughline.checkin.access;

import io.github.throughline.platform.web.Problem;

/** Somebody of the care team who does not treat asks for what the patient has not permitted them to see. */
final class ConsentMissing extends Problem {

    ConsentMissing() {
        super(
                403,
                "CONSENT_MISSING",
                "the patient has not permitted you to see outcomes; the coordinator can ask the patient for it");
    }
}
