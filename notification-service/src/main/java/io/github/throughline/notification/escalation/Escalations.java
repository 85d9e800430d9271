package io.github.throughline.notification.escalation;

import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The escalations that this service has heard of. What a caller may see is joined with the caller's relation to the patient. */
public interface Escalations {

    /** Whose escalations are listed. */
    enum Whose {
        /** Of episodes that the caller coordinates; for everybody else of episodes that they care for. */
        MINE,
        /** Of every episode that the caller is related to. */
        ALL
    }

    /** @throws EscalationNotFound when there is none, or the caller is not related to its patient */
    HeldEscalation seenBy(Caller caller, UUID escalationId);

    /** Worst first, then newest; ended ones newest first. */
    List<HeldEscalation> listedFor(Caller caller, Whose whose, boolean open, int limit);

    /** The open ones of an episode, in an order in which whoever locks them all waits for nobody who does the same. */
    List<UUID> openOf(UUID episodeId);

    /** For work without a caller, such as a delivery. */
    Optional<HeldEscalation> find(UUID escalationId);

    /** The same, changed by nobody else until the transaction ends. */
    Optional<HeldEscalation> locked(UUID escalationId);
}
