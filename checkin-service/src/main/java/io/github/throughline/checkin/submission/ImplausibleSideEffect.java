package io.github.throughline.checkin.submission;

import io.github.throughline.platform.web.Problem;

/** A side effect is said to have begun after the answer that tells it, or in another century than the patient's. */
final class ImplausibleSideEffect extends Problem {

    ImplausibleSideEffect() {
        super(
                422,
                "TIME_IMPLAUSIBLE",
                "a side effect began on the day of the answer or before, and not before 1900",
                "sideEffects");
    }
}
