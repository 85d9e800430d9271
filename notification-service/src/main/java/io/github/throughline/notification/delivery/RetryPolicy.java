package io.github.throughline.notification.delivery;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;

/**
 * When to try again: each wait is twice the one before. Machine time.
 *
 * @param attempts so many tries, then it has failed
 * @param first wait after the first try
 * @param longest no wait of ours is longer
 */
public record RetryPolicy(
        @Min(1) int attempts,
        @NotNull Duration first,
        @NotNull Duration longest) {

    /** However long a recipient asks us to wait, it is tried again after this. */
    static final Duration LONGEST_ASKED = Duration.ofHours(24);

    private static final int DOUBLINGS = 30;

    /**
     * The wait before the next try; empty: give up.
     *
     * @param tried number of tries so far, at least 1
     * @param asked the recipient's wish, zero: none
     */
    Optional<Duration> waitAfter(int tried, Duration asked) {
        if (tried >= attempts) {
            return Optional.empty();
        }
        Duration ours = first.multipliedBy(1L << Math.min(tried - 1, DOUBLINGS));
        Duration wait = min(ours, longest);
        return Optional.of(asked.compareTo(wait) > 0 ? min(asked, LONGEST_ASKED) : wait);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
