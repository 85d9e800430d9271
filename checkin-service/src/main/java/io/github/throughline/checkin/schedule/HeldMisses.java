package io.github.throughline.checkin.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long, in machine time, misses have fallen due and are not told, since topics are not taken in so far. */
@Component
class HeldMisses {

    private final InstantSource machineTime;
    private volatile @Nullable Instant heldSince;

    HeldMisses(InstantSource machineTime, MeterRegistry metrics) {
        this.machineTime = machineTime;
        TimeGauge.builder("throughline.misses.held", this::seconds, TimeUnit.SECONDS)
                .description("How long missed check-ins have waited for topics to be taken in")
                .register(metrics);
    }

    /** @param anyHeld whether any miss that has fallen due is held back now */
    void look(boolean anyHeld) {
        if (!anyHeld) {
            heldSince = null;
        } else if (heldSince == null) {
            heldSince = machineTime.instant();
        }
    }

    private double seconds() {
        Instant since = heldSince;
        return since == null
                ? 0
                : Duration.between(since, machineTime.instant()).toMillis() / 1000.0;
    }
}
