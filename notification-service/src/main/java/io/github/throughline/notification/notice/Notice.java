package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient, with its delivery state.
 *
 * @param recipient reference of the coordinator or care team member
 * @param channel null: not known before the recipient's address is asked for
 * @param reason stable code of the latest refusal or failure; null: none
 * @param releaseAt care time before which it is not sent
 * @param attempts how often it was tried
 * @param nextAttemptAt machine time before which it is not tried again
 * @param createdAt machine time
 * @param createdCareAt care time
 * @param endedAt machine time of delivery, suppression or failure; null: not ended
 * @param endedCareAt the same in care time
 */
public record Notice(
        NoticeId id,
        UUID escalationId,
        int escalationVersion,
        UUID episodeId,
        NoticeKind kind,
        Severity severity,
        Audience audience,
        String recipient,
        @Nullable ChannelName channel,
        NoticeState state,
        @Nullable String reason,
        Instant releaseAt,
        int attempts,
        Instant nextAttemptAt,
        Instant createdAt,
        Instant createdCareAt,
        @Nullable Instant endedAt,
        @Nullable Instant endedCareAt) {

    /** Whether the recipient got it, or is about to, or may have. */
    boolean isTold() {
        return state == NoticeState.PENDING
                || state == NoticeState.BUNDLED
                || state == NoticeState.DELIVERED
                || state == NoticeState.FAILED;
    }
}
