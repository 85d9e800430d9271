package io.github.throughline.intake.coordinator;

import io.github.throughline.platform.web.Problem;

/** There is no such coordinator. */
public final class UnknownCoordinator extends Problem {

    /** @param status 404 where the coordinator is what was asked for, 422 where the request names one */
    public UnknownCoordinator(int status) {
        super(
                status,
                "COORDINATOR_UNKNOWN",
                "no coordinator has this reference; register them with POST /coordinators",
                "coordinator");
    }
}
