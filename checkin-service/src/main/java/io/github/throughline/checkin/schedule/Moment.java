package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.outage.Downtime;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a schedule must know to go on to an instant.
 *
 * @param now care time
 * @param missedUpTo up to this care time everything that partners sent has been taken in: only what falls due until
 *     then can be missed
 * @param downtime the outages, asked for only where they matter
 * @param readings what was observed outside of submissions
 */
record Moment(Instant now, Instant missedUpTo, Supplier<Downtime> downtime, Observed readings) {

    /** Unscheduled readings of the episode. */
    @FunctionalInterface
    interface Observed {

        /** When each measure was last observed from one instant up to and without another, by measure. */
        Map<String, Instant> between(Instant from, Instant to);
    }

    /** The same knowledge, for an earlier instant. */
    Moment at(Instant earlier) {
        return earlier.isBefore(now) ? new Moment(earlier, missedUpTo, downtime, readings) : this;
    }

    /** The last instant whose misses can be told. */
    Instant lastMiss() {
        return missedUpTo.isBefore(now) ? missedUpTo : now;
    }
}
