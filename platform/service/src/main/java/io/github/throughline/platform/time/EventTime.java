package io.github.throughline.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When something happened, as the client said. */
public final class EventTime {

    /** So far may a client's clock be ahead of ours. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private EventTime() {}

    /**
     * The instant that was said, in whole milliseconds; now where nothing was said.
     *
     * @throws TimeAhead when it is more than five minutes ahead of care time
     */
    public static Instant of(@Nullable Instant said, Instant careNow) {
        if (said == null) {
            return careNow;
        }
        if (said.isAfter(careNow.plus(TOLERANCE))) {
            throw new TimeAhead();
        }
        return said.truncatedTo(ChronoUnit.MILLIS);
    }
}
