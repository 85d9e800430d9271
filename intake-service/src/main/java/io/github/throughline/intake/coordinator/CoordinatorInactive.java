package io.github.throughline.intake.coordinator;

import io.github.throughline.platform.web.Problem;

/** The coordinator takes no episodes. */
public final class CoordinatorInactive extends Problem {

    public CoordinatorInactive() {
        super(
                409,
                "COORDINATOR_INACTIVE",
                "this coordinator is not active; name another one, or none and one is chosen",
                "coordinator");
    }
}
