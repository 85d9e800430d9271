package io.github.throughline.notification.worklist;

import io.github.throughline.notification.notice.Audience;
import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.notice.Notice;
import io.github.throughline.notification.notice.NoticeKind;
import io.github.throughline.notification.notice.NoticeState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as callers see it.
 *
 * @param version version of the escalation that it tells of
 * @param createdAt machine time
 * @param endedAt machine time of delivery, suppression or failure; null: not ended
 * @param endedCareAt the same in care time
 */
record NoticeView(
        UUID noticeId,
        UUID escalationId,
        int version,
        NoticeKind kind,
        Audience audience,
        String recipient,
        @Nullable ChannelName channel,
        NoticeState state,
        @Nullable String reason,
        int attempts,
        Instant createdAt,
        Instant releaseAt,
        @Nullable Instant endedAt,
        @Nullable Instant endedCareAt) {

    static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.id().value(),
                notice.escalationId(),
                notice.escalationVersion(),
                notice.kind(),
                notice.audience(),
                notice.recipient(),
                notice.channel(),
                notice.state(),
                notice.reason(),
                notice.attempts(),
                notice.createdAt(),
                notice.releaseAt(),
                notice.endedAt(),
                notice.endedCareAt());
    }
}
