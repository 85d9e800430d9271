package io.github.throughline.notification.delivery;

import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.Audience;
import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.notice.NoticeId;
import io.github.throughline.notification.notice.NoticeKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that this instance holds for one try.
 *
 * @param lease names this hold; whoever lost it settles nothing
 * @param channel over which the kept body is to travel; null: no body is kept yet
 * @param attempts how often it was tried before
 * @param createdAt machine time
 * @param createdCareAt care time
 */
public record Delivery(
        NoticeId id,
        UUID lease,
        UUID escalationId,
        int escalationVersion,
        UUID episodeId,
        NoticeKind kind,
        Severity severity,
        Audience audience,
        String recipient,
        @Nullable ChannelName channel,
        int attempts,
        Instant createdAt,
        Instant createdCareAt) {}
