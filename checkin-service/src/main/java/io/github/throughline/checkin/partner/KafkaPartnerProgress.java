package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.schedule.PartnerProgress;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares where the partners' topics ended when care time was at some instant with what has been taken in since. */
final class KafkaPartnerProgress implements PartnerProgress {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaPartnerProgress.class);

    /** @param ends where the topics ended when care time was there */
    private record Aim(Instant careTime, KafkaConsumption.Ends ends) {}

    private final KafkaConsumption consumption;
    private volatile Instant reached = Instant.EPOCH;
    private @Nullable Aim aim;

    /** @param consumption of the partners' topics */
    KafkaPartnerProgress(KafkaConsumption consumption) {
        this.consumption = consumption;
    }

    @Override
    public Instant reached() {
        return reached;
    }

    @Override
    public synchronized Instant reach(Instant careNow) {
        try {
            Aim wanted = aim == null ? new Aim(careNow, consumption.ends()) : aim;
            aim = wanted;
            if (consumption.hasReached(wanted.ends())) {
                reached = wanted.careTime();
                aim = null;
            }
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.atWarn().addKeyValue("error", String.valueOf(e.getCause())).log("partners' topics out of sight");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reached;
    }
}
