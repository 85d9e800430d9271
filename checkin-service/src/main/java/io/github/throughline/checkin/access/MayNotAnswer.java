package io.github.throughline.checkin.access;

import io.github.throughline.platform.web.Problem;

/** Somebody of the care team whose role in the episode does not answer for the patient. */
final class MayNotAnswer extends Problem {

    MayNotAnswer() {
        super(
                403,
                "MAY_NOT_ANSWER",
                "only the patient, a caregiver, the coordinator and those who treat in the episode answer for the"
                        + " patient; send what you measured to the coordinator");
    }
}
