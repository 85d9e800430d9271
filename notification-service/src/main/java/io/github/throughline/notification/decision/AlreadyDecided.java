package io.github.throughline.notification.decision;

import io.github.throughline.platform.web.Problem;
import java.util.UUID;

/** An escalation takes one decision each time it is raised. */
public final class AlreadyDecided extends Problem {

    AlreadyDecided(UUID escalationId) {
        super(
                409,
                "ALREADY_DECIDED",
                "escalation %s is decided; read it to see what and by whom".formatted(escalationId));
    }
}
