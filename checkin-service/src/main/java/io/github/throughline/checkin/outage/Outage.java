package io.github.throughline.checkin.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time at which patients could not answer, in care time.
 *
 * @param endsAt first instant after it
 * @param declaredBy who declared it; null: found by heartbeats
 */
public record Outage(
        UUID id,
        Instant startsAt,
        Instant endsAt,
        Cause cause,
        @Nullable String declaredBy) {

    /** So long at most: one that is longer is no outage but another way of working. */
    public static final Duration LONGEST = Duration.ofDays(31);

    /** How it became known. */
    public enum Cause {
        HEARTBEAT_GAP,
        DECLARED
    }
}
