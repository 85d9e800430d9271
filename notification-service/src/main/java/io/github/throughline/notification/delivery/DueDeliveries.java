package io.github.throughline.notification.delivery;

import io.github.throughline.platform.time.DueWork;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Tells who drives care time whether notices are on their way. The loop delivers them, in machine time, not this. */
@Component
class DueDeliveries implements DueWork {

    private final JdbcDeliveries deliveries;
    private final InstantSource machine;

    DueDeliveries(JdbcDeliveries deliveries, InstantSource machine) {
        this.deliveries = deliveries;
        this.machine = machine;
    }

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public int take(Instant careNow, int limit) {
        return 0;
    }

    @Override
    public long due(Instant careNow) {
        return deliveries.countDue(machine.instant());
    }
}
