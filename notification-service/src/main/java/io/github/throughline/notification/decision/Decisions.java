package io.github.throughline.notification.decision;

import io.github.throughline.notification.escalation.Escalation;
import java.util.Optional;

/** The decisions. Whoever shows one has made sure that the viewer may see the escalation. */
public interface Decisions {

    /** The one that stands, as the escalation was raised last. */
    Optional<Decision> on(Escalation escalation);
}
