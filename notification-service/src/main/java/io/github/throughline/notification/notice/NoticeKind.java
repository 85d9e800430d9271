package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.Escalation;

/** What a notice says. */
public enum NoticeKind {
    RAISED,
    UPDATED,
    RESOLVED,
    WITHDRAWN,
    /** To the coordinator: an outside provider could not be told. */
    PROVIDER_NOT_TOLD,
    /** To the coordinator: an outside provider was not told, since the patient has withdrawn the consent. */
    CONSENT_WITHDRAWN,
    /** Nobody has taken hold of it in time. */
    UNACKNOWLEDGED,
    /** Somebody took hold of it, but nothing was decided in time: it is open again. */
    UNDECIDED;

    static NoticeKind of(Escalation.State state) {
        return switch (state) {
            case RAISED -> RAISED;
            case UPDATED -> UPDATED;
            case RESOLVED -> RESOLVED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }

    /** Whether somebody is to take hold of the escalation. */
    public boolean asksSomebody() {
        return isOpen() || this == UNACKNOWLEDGED || this == UNDECIDED;
    }

    /** Whether the escalation it speaks of is open. */
    boolean isOpen() {
        return this == RAISED || this == UPDATED;
    }

    /** Whether it says that the escalation has ended. */
    boolean isEnd() {
        return this == RESOLVED || this == WITHDRAWN;
    }
}
