package io.github.throughline.notification.decision;

import java.util.Optional;
import java.util.UUID;

/** The decisions; an escalation has at most one. Whoever shows one has made sure that the viewer may see the escalation. */
public interface Decisions {

    Optional<Decision> on(UUID escalationId);
}
