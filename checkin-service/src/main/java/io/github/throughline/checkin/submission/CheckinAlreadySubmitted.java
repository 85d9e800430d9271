package io.github.throughline.checkin.submission;

import io.github.throughline.platform.web.Problem;

/** A check-in is submitted once; a retry of the same request carries its Idempotency-Key. */
public final class CheckinAlreadySubmitted extends Problem {

    CheckinAlreadySubmitted() {
        super(
                409,
                "CHECKIN_ALREADY_SUBMITTED",
                "the check-in was submitted before, and its answers stand; send further values as readings of the episode,"
                        + " and tell the coordinator of an answer that is wrong");
    }
}
