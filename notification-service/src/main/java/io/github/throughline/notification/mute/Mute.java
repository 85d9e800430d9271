package io.github.throughline.notification.mute;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is not told of one patient's stalls for a while. Safety answers are told all the same.
 *
 * @param person who is not told, and who chose so
 * @param rule id of the only rule that it is about; null: all
 * @param from care time
 * @param until first instant after it, care time
 * @param endedAt care time at which it was taken back; null: it was not
 */
public record Mute(
        UUID id,
        UUID episodeId,
        String person,
        @Nullable String rule,
        String reason,
        Instant from,
        Instant until,
        @Nullable Instant endedAt) {

    static final int LONGEST_REASON = 500;
}
