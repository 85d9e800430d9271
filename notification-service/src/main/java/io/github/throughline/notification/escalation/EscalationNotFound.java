package io.github.throughline.notification.escalation;

import io.github.throughline.platform.web.Problem;
import java.util.UUID;

/** There is no such escalation, or the caller is not related to its patient: both look the same from outside. */
public final class EscalationNotFound extends Problem {

    EscalationNotFound(UUID escalationId) {
        super(
                404,
                "ESCALATION_NOT_FOUND",
                "no escalation %s of a patient that you are related to".formatted(escalationId));
    }
}
