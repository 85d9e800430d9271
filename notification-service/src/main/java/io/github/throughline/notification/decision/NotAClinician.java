package io.github.throughline.notification.decision;

import io.github.throughline.platform.web.Problem;

/** The named person is no clinician of the care team. */
public final class NotAClinician extends Problem {

    NotAClinician() {
        super(
                422,
                "NOT_A_CLINICIAN",
                "decidedBy must be a physician, therapist, PCP or specialist of this care team",
                "decidedBy");
    }
}
