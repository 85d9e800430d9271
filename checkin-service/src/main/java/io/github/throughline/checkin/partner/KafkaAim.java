package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.partner.KafkaConsumption.Ends;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Until which instant everything on some topics has been taken in. Notes where the topics end, and holds on to that until
 * it is reached: topics that are written to all the time are never taken in to their newest end.
 */
final class KafkaAim {

    /** @param ends where the topics ended then */
    private record Aim(Instant at, Ends ends) {}

    private final KafkaConsumption consumption;
    private volatile Instant reached = Instant.EPOCH;
    private @Nullable Aim aim;

    KafkaAim(KafkaConsumption consumption) {
        this.consumption = consumption;
    }

    /** What was reached when it was looked last. */
    Instant reached() {
        return reached;
    }

    /**
     * Looks whether the aim is reached, and aims at now where there is none.
     *
     * @param now in the time that the caller counts in
     * @throws ExecutionException when the broker can not say
     * @throws TimeoutException when the broker does not answer
     */
    synchronized Instant look(Instant now) throws ExecutionException, InterruptedException, TimeoutException {
        Ends current = consumption.ends();
        Aim wanted = aim == null
                ? new Aim(now, current)
                : new Aim(aim.at(), aim.ends().within(current));
        aim = wanted;
        if (consumption.hasReached(wanted.ends())) {
            reached = wanted.at();
            aim = null;
        }
        return reached;
    }
}
