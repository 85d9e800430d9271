package io.github.throughline.notification.escalation;

import io.github.throughline.platform.web.Problem;
import java.util.UUID;

/** What is resolved or withdrawn takes no answer any more. */
public final class EscalationEnded extends Problem {

    public EscalationEnded(UUID escalationId) {
        super(409, "ESCALATION_ENDED", "escalation %s has ended; read it again to see how".formatted(escalationId));
    }
}
