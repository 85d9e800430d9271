package io.github.throughline.notification.delivery;

import io.github.throughline.notification.notice.Audience;
import io.github.throughline.notification.notice.NoticesReady;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Delivers to each audience in a lane of its own, so that nobody waits for somebody else's servers. */
@Component
class DeliveryLoop implements SmartLifecycle {

    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    private final InstantSource machine;
    private final List<DeliveryLane> lanes;
    private volatile boolean running;

    DeliveryLoop(JdbcDeliveries deliveries, DeliveryStage stage, DeliverySettings settings, InstantSource machine) {
        this.machine = machine;
        this.lanes = Arrays.stream(Audience.values())
                .map(audience -> new DeliveryLane(audience, deliveries, stage, settings, machine))
                .toList();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(NoticesReady ready) {
        lanes.forEach(DeliveryLane::wake);
    }

    @Override
    public void start() {
        running = true;
        lanes.forEach(DeliveryLane::start);
    }

    @Override
    public void stop() {
        running = false;
        List<Thread> stopping =
                lanes.stream().map(DeliveryLane::stop).filter(Objects::nonNull).toList();
        var until = machine.instant().plus(TO_FINISH);
        try {
            for (Thread lane : stopping) {
                var left = Duration.between(machine.instant(), until);
                if (left.isPositive()) {
                    lane.join(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
