package io.github.throughline.checkin.submission;

import io.github.throughline.platform.web.Problem;

/** Adherence to something that the check-in's plan does not have. */
final class UnknownActivity extends Problem {

    UnknownActivity() {
        super(422, "UNKNOWN_ACTIVITY", "the plan version of this check-in has no such activity", "adherence");
    }
}
