package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.platform.outbox.Outbox;
import io.github.throughline.platform.time.CareClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a partner that a record of its was refused. */
@Component
class Refusing {

    private static final Logger LOGGER = LoggerFactory.getLogger(Refusing.class);

    private final RejectionTopics rejections;
    private final Outbox outbox;
    private final CareClock clock;
    private final InstantSource machineTime;
    private final MeterRegistry metrics;

    Refusing(
            RejectionTopics rejections,
            Outbox outbox,
            CareClock clock,
            InstantSource machineTime,
            MeterRegistry metrics) {
        this.rejections = rejections;
        this.outbox = outbox;
        this.clock = clock;
        this.machineTime = machineTime;
        this.metrics = metrics;
    }

    /** @param recordId the partner's own id of the record; null: it could not be read */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(Place place, @Nullable String recordId, Refusal refusal) {
        boolean canTell = rejections.canTell(place.partner());
        if (canTell) {
            outbox.append(AvroRejections.event(
                    place, recordId, refusal, clock.now(), machineTime.instant().truncatedTo(ChronoUnit.MILLIS)));
        } else {
            logUntold(place, refusal);
        }
        metrics.counter(
                        "throughline.partner.rejections",
                        "partner",
                        place.partner(),
                        "code",
                        refusal.code().name(),
                        "told",
                        Boolean.toString(canTell))
                .increment();
    }

    private static void logUntold(Place place, Refusal refusal) {
        LOGGER.atError()
                .addKeyValue("topic", place.topic())
                .addKeyValue("partition", place.partition())
                .addKeyValue("offset", place.offset())
                .addKeyValue("code", refusal.code())
                .log("record refused, and its partner has no topic to be told on");
    }
}
