package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.Severity;
import java.util.UUID;

/** A notice to an outside provider failed for good; published inside the transaction that says so. */
public record ProviderNotTold(
        NoticeId failed, UUID escalationId, int escalationVersion, UUID episodeId, Severity severity) {}
