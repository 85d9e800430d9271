package io.github.throughline.checkin.answers;

import io.github.throughline.platform.web.Problem;

/** Nothing was submitted with the check-in. */
final class CheckinNotSubmitted extends Problem {

    CheckinNotSubmitted() {
        super(
                409,
                "CHECKIN_NOT_SUBMITTED",
                "nothing was submitted with the check-in that could be shown or corrected; readings that came otherwise are"
                        + " corrected where they came from");
    }
}
