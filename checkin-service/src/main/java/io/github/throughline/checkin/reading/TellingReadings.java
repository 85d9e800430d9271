package io.github.throughline.checkin.reading;

import io.github.throughline.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Leaves readings in the outbox and counts what becomes of what was given. */
@Component
class TellingReadings {

    private final Outbox outbox;
    private final InstantSource machineTime;
    private final MeterRegistry metrics;

    TellingReadings(Outbox outbox, InstantSource machineTime, MeterRegistry metrics) {
        this.outbox = outbox;
        this.machineTime = machineTime;
        this.metrics = metrics;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Reading reading, UUID patientId) {
        outbox.append(
                AvroOutcomes.event(reading, patientId, machineTime.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** What is recorded counts once it is: a transaction can still take it back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(Origin.Source source, Judgement judgement) {
        switch (judgement) {
            case Judgement.Accepted ignored -> afterCommit(() -> count(source, "recorded"));
            case Judgement.Repeated ignored -> afterCommit(() -> count(source, "repeated"));
            case Judgement.Refused ignored -> count(source, "refused");
        }
    }

    private static void afterCommit(Runnable counting) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                counting.run();
            }
        });
    }

    private void count(Origin.Source source, String result) {
        metrics.counter("throughline.readings", "source", source.name().toLowerCase(Locale.ROOT), "result", result)
                .increment();
    }
}
