package io.github.throughline.notification.notice;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How what is told to one person of one patient is put together, so that it is one message and not several.
 *
 * @param gather care time from the first news to the message, for others to join
 * @param interval care time from one message to the next
 */
public record Bundling(Duration gather, Duration interval) {

    /** @param last care time of the message before; null: there was none */
    Instant nextAfter(@Nullable Instant last, Instant now) {
        Instant first = now.plus(gather);
        Instant next = last == null ? first : last.plus(interval);
        return next.isAfter(first) ? next : first;
    }
}
