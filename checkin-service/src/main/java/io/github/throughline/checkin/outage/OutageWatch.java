package io.github.throughline.checkin.outage;

import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives signs of life, and finds the outage when there was none for too long. */
@Component
@EnableConfigurationProperties(OutageSettings.class)
public class OutageWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutageWatch.class);

    private final Heartbeats heartbeats;
    private final Outages outages;
    private final OutageSettings settings;
    private final InstantSource machineTime;
    private final TransactionTemplate ownTransaction;
    private volatile Instant lastBeat = Instant.EPOCH;

    OutageWatch(
            Heartbeats heartbeats,
            Outages outages,
            OutageSettings settings,
            InstantSource machineTime,
            PlatformTransactionManager transactions) {
        this.heartbeats = heartbeats;
        this.outages = outages;
        this.settings = settings;
        this.machineTime = machineTime;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** To be called before anything is taken as missed: returns once an outage until now is known to all instances. */
    public void beat(Instant careNow) {
        Instant machineNow = machineTime.instant();
        if (machineNow.isBefore(lastBeat.plus(settings.heartbeat()))) {
            return;
        }
        ownTransaction.executeWithoutResult(status -> beat(new Beat(machineNow, careNow)));
        lastBeat = machineNow;
    }

    private void beat(Beat now) {
        Beat last = heartbeats.lastForUpdate().orElse(now);
        if (now.isBefore(last)) {
            return;
        }
        now.outageSince(last, settings.threshold()).ifPresent(outage -> {
            outages.save(outage);
            LOGGER.atWarn()
                    .addKeyValue("outageId", outage.id())
                    .addKeyValue("startsAt", outage.startsAt())
                    .addKeyValue("endsAt", outage.endsAt())
                    .log("outage found, grace of check-ins is extended");
        });
        heartbeats.save(now);
    }
}
