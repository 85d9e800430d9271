package io.github.throughline.checkin.partner;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Tells whether an episode that is not known here could still be waiting on a topic. */
final class KafkaEpisodeProgress {

    private final KafkaAim aim;
    private final InstantSource machineTime;

    /** @param consumption of the topics of episodes and plans */
    KafkaEpisodeProgress(KafkaConsumption consumption, InstantSource machineTime) {
        this.aim = new KafkaAim(consumption);
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
        return !aim.reached().isBefore(instant) || !look(now).isBefore(instant);
    }

    private Instant look(Instant now) throws InterruptedException {
        try {
            return aim.look(now);
        } catch (ExecutionException | TimeoutException e) {
            // Out of sight is as good as not reached: the record waits.
            return aim.reached();
        }
    }
}
