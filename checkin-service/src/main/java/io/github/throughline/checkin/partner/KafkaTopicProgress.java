package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.schedule.TopicProgress;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares where topics ended when care time was at some instant with what has been taken in since. */
final class KafkaTopicProgress implements TopicProgress {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaTopicProgress.class);

    private final KafkaAim aim;

    /** @param consumption of the topics on which it can stand that a check-in was not missed */
    KafkaTopicProgress(KafkaConsumption consumption) {
        this.aim = new KafkaAim(consumption);
    }

    @Override
    public Instant reached() {
        return aim.reached();
    }

    @Override
    public Instant reach(Instant careNow) {
        try {
            return aim.look(careNow);
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.atWarn().addKeyValue("error", String.valueOf(e.getCause())).log("topics out of sight");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return aim.reached();
    }
}
