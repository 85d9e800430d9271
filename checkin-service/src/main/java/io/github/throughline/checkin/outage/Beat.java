package io.github.throughline.checkin.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign of life: what the machine's clock and care time said at one moment.
 *
 * @param careTime it may stand still or jump where it is driven
 */
record Beat(Instant machineTime, Instant careTime) {

    /**
     * The outage that the silence since an earlier beat means. Whether there was one is told by the machine's clock, how
     * long it was for patients by care time: where that stood still nothing was lost to them.
     *
     * @param threshold a shorter silence is none
     */
    Optional<Outage> outageSince(Beat last, Duration threshold) {
        boolean isSilence = Duration.between(last.machineTime, machineTime).compareTo(threshold) > 0;
        return isSilence && careTime.isAfter(last.careTime)
                ? Optional.of(new Outage(UUID.randomUUID(), last.careTime, careTime, Outage.Cause.HEARTBEAT_GAP, null))
                : Optional.empty();
    }

    /** Whether care time is set to before the last beat: a driven clock that nobody has set yet after a start. */
    boolean isBefore(Beat last) {
        return careTime.isBefore(last.careTime);
    }
}
