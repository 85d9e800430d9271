package io.github.throughline.stall.detection;

import java.time.Instant;

/** Event time in weeks and parts of weeks. */
final class Weeks {

    private static final double MILLIS = 7 * 24 * 3_600_000.0;

    private Weeks() {}

    static double between(Instant earlier, Instant later) {
        return (later.toEpochMilli() - earlier.toEpochMilli()) / MILLIS;
    }
}
