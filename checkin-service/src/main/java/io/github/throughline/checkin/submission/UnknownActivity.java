package io.github.throughline.checkin.submission;

import io.github.throughline.platform.web.Problem;

/** Adherence to something that the plan does not have. */
final class UnknownActivity extends Problem {

    UnknownActivity() {
        super(422, "UNKNOWN_ACTIVITY", "the plan in effect has no such activity", "adherence");
    }
}
