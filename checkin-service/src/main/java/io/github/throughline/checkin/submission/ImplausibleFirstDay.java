package io.github.throughline.checkin.submission;

import io.github.throughline.platform.web.Problem;

/** Something is said to have begun after the answer that tells it, or in another century than the patient's. */
final class ImplausibleFirstDay extends Problem {

    ImplausibleFirstDay(String field) {
        super(
                422,
                "TIME_IMPLAUSIBLE",
                "it began on the day of the answer or before, and not before 1900; leave the day out if it is not known",
                field);
    }
}
