package io.github.throughline.intake.coordinator;

import io.github.throughline.platform.web.Problem;

/** Nobody is there who could hold the through-line. */
public final class NoActiveCoordinator extends Problem {

    NoActiveCoordinator() {
        super(
                409,
                "NO_ACTIVE_COORDINATOR",
                "no coordinator is active, and no episode goes without one; register one with POST /coordinators");
    }
}
