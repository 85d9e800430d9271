package io.github.throughline.checkin.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeldMissesTest {

    private static final Instant THEN = Instant.parse("2026-10-14T08:00:00Z");

    private final AtomicReference<Instant> machineTime = new AtomicReference<>(THEN);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final HeldMisses held = new HeldMisses(machineTime::get, metrics);

    @Test
    void growsWhileMissesAreHeldAndEndsWithThem() {
        assertThat(seconds()).isZero();

        held.look(true);
        machineTime.set(THEN.plusSeconds(30));
        held.look(true);
        machineTime.set(THEN.plusSeconds(90));
        assertThat(seconds()).isEqualTo(90);

        held.look(false);
        assertThat(seconds()).isZero();
    }

    private double seconds() {
        return metrics.get("throughline.misses.held").timeGauge().value();
    }
}
