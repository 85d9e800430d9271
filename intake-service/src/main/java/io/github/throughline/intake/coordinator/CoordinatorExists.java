package io.github.throughline.intake.coordinator;

import io.github.throughline.platform.web.Problem;

/** Somebody is known by this reference; intake would redirect their mail. */
final class CoordinatorExists extends Problem {

    CoordinatorExists() {
        super(
                409,
                "COORDINATOR_EXISTS",
                "a coordinator of this reference is registered with other particulars; an operator may replace them",
                "reference");
    }
}
