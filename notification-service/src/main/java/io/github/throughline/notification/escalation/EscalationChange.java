package io.github.throughline.notification.escalation;

import java.time.Instant;
import java.util.UUID;

/** What happened to an escalation here; published inside the transaction that did it. */
public sealed interface EscalationChange {

    /** A version of an escalation was seen for the first time. */
    record Received(Escalation escalation) implements EscalationChange {}

    /** Somebody holds it now, for the first time since it was raised. */
    record Acknowledged(UUID escalationId, Instant careNow) implements EscalationChange {}

    /** A clinician's decision on it was recorded. */
    record Decided(UUID escalationId) implements EscalationChange {}
}
