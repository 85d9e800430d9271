package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.Severity;
import java.util.UUID;

/** What people are told of: one version of one escalation. */
record EscalationVersion(UUID escalationId, int version, UUID episodeId, NoticeKind kind, Severity severity) {

    /** Whether it can be left untold to whom does not want it; whom else nobody tells is no such thing. */
    boolean canBeMuted() {
        return isRoutine() && kind != NoticeKind.PROVIDER_NOT_TOLD && kind != NoticeKind.CONSENT_WITHDRAWN;
    }

    private boolean isRoutine() {
        return severity == Severity.ROUTINE;
    }

    /** Whether it can wait until somebody is at work. */
    boolean canWait() {
        return isRoutine() && kind != NoticeKind.UNACKNOWLEDGED;
    }

    static EscalationVersion of(Escalation escalation) {
        return new EscalationVersion(
                escalation.id(),
                escalation.version(),
                escalation.episodeId(),
                NoticeKind.of(escalation.state()),
                escalation.severity());
    }
}
