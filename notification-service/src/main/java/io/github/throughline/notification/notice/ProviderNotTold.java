package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.Severity;
import java.util.UUID;

/**
 * A notice to an outside provider ended without being told; published inside the transaction that says so.
 *
 * @param why it failed for good, or the consent does not cover it
 */
public record ProviderNotTold(
        NoticeId notice, UUID escalationId, int escalationVersion, UUID episodeId, Severity severity, Why why) {

    /** Why it was not told. */
    public enum Why {
        FAILED,
        NO_CONSENT
    }
}
