package io.github.throughline.notification.escalation;

import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody takes hold of an escalation. From then on the outside providers are told. */
@Component
public class Acknowledging {

    private final JdbcEscalations escalations;
    private final Episodes episodes;
    private final CareClock clock;
    private final ApplicationEventPublisher changes;

    Acknowledging(JdbcEscalations escalations, Episodes episodes, CareClock clock, ApplicationEventPublisher changes) {
        this.escalations = escalations;
        this.episodes = episodes;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * The first one holds it; a second acknowledgement changes nothing.
     *
     * @throws EscalationEnded when it is resolved or withdrawn and nobody held it
     */
    // Thrown before anything is written: a caller with a transaction of its own may go on.
    @Transactional(noRollbackFor = {EscalationEnded.class, EscalationNotFound.class})
    public HeldEscalation acknowledge(Caller caller, UUID escalationId) {
        HeldEscalation held = lockedFor(caller, escalationId);
        if (held.acknowledgement() != null) {
            return held;
        }
        if (!held.escalation().isOpen()) {
            throw new EscalationEnded(escalationId);
        }
        Instant now = clock.now();
        if (escalations.acknowledge(escalationId, caller.subject(), now)) {
            changes.publishEvent(new EscalationChange.Acknowledged(escalationId, now));
        }
        return escalations.seenBy(caller, escalationId);
    }

    /** The escalation as the caller sees it, changed by nobody else until the transaction ends. */
    @Transactional
    public HeldEscalation lockedFor(Caller caller, UUID escalationId) {
        HeldEscalation seen = escalations.seenBy(caller, escalationId);
        // After an erasure that is under way there is nothing left to lock; one that begins now waits.
        episodes.isErased(seen.escalation().episodeId());
        escalations.lock(escalationId);
        return escalations.seenBy(caller, escalationId);
    }
}
