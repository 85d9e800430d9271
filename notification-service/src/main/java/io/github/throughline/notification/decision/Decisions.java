package io.github.throughline.notification.decision;

import io.github.throughline.notification.escalation.Escalation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The decisions. Whoever shows one has made sure that the viewer may see the escalation. */
public interface Decisions {

    /** The one that stands, as the escalation was raised last. */
    Optional<Decision> on(Escalation escalation);

    /** The same of many, by escalation; one without a decision is left out. */
    Map<UUID, Decision> on(Collection<Escalation> escalations);
}
