package io.github.throughline.checkin.partner;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells whether an episode that is not known here could still be waiting on a topic. */
final class KafkaEpisodeProgress {

    /** @param ends where the topics ended then */
    private record Aim(Instant machineTime, KafkaConsumption.Ends ends) {}

    private final KafkaConsumption consumption;
    private final InstantSource machineTime;
    private volatile Instant reached = Instant.EPOCH;
    private @Nullable Aim aim;

    /** @param consumption of the topics of episodes and plans */
    KafkaEpisodeProgress(KafkaConsumption consumption, InstantSource machineTime) {
        this.consumption = consumption;
        this.machineTime = machineTime;
    }

    /**
     * Whether everything that was on the topics at an instant has been taken in.
     *
     * @param instant machine time
     */
    boolean hasReached(Instant instant) throws InterruptedException {
        Instant now = machineTime.instant();
        if (instant.isAfter(now)) {
            return false;
        }
        if (reached.isBefore(instant)) {
            look(now);
        }
        return !reached.isBefore(instant);
    }

    /** Holds on to its aim: topics that are written to all the time are never taken in to their newest end. */
    private synchronized void look(Instant now) throws InterruptedException {
        try {
            Aim wanted = aim == null ? new Aim(now, consumption.ends()) : aim;
            aim = wanted;
            if (consumption.hasReached(wanted.ends())) {
                reached = wanted.machineTime();
                aim = null;
            }
        } catch (ExecutionException | TimeoutException e) {
            // Out of sight is as good as not reached: the record waits.
        }
    }
}
