package io.github.throughline.notification.delivery;

import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.NoticeKind;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an outside provider's system is told; the evidence stands behind the link.
 *
 * @param patient the partner's own id of the patient; null: the partner has none
 * @param createdAt care time
 * @param expiresAt when the link expires, machine time
 */
public record ProviderMessage(
        UUID noticeId,
        @Nullable String patient,
        NoticeKind kind,
        Severity severity,
        URI link,
        Instant expiresAt,
        Instant createdAt) {}
