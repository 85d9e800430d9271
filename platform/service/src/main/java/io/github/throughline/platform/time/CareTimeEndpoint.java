package io.github.throughline.platform.time;

import io.github.throughline.platform.outbox.OutboxDepth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Management endpoint of the sandbox: sets care time and tells whether this service is quiet. Exists only where care time is driven. */
@Endpoint(id = "caretime")
final class CareTimeEndpoint {

    /**
     * What still moves in this service.
     *
     * @param now care time
     * @param outbox events not yet on their topics
     * @param due rows that are due, by name of the work
     */
    record Quietness(Instant now, long outbox, Map<String, Long> due) {}

    private final DrivenCareClock clock;
    private final DueWorkRunner runner;
    private final List<DueWork> works;
    private final OutboxDepth outbox;

    CareTimeEndpoint(DrivenCareClock clock, DueWorkRunner runner, List<DueWork> works, OutboxDepth outbox) {
        this.clock = clock;
        this.runner = runner;
        this.works = works;
        this.outbox = outbox;
    }

    @ReadOperation
    public Quietness quietness() {
        Instant now = clock.now();
        Map<String, Long> due = works.stream().collect(Collectors.toMap(DueWork::name, w -> w.due(now)));
        return new Quietness(now, outbox.count(), due);
    }

    @WriteOperation
    public Quietness set(Instant now, boolean running) {
        clock.set(now, running);
        runner.wake();
        return quietness();
    }
}
