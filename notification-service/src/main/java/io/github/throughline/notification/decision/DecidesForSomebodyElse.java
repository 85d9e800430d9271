package io.github.throughline.notification.decision;

import io.github.throughline.platform.web.Problem;

/** A clinician names another one. */
public final class DecidesForSomebodyElse extends Problem {

    DecidesForSomebodyElse() {
        super(
                422,
                "DECIDES_FOR_SOMEBODY_ELSE",
                "a clinician decides in their own name; leave decidedBy out",
                "decidedBy");
    }
}
