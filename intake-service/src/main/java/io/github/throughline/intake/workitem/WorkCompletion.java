package io.github.throughline.intake.workitem;

import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody says that work is done. */
@Service
public class WorkCompletion {

    private final WorkItems items;
    private final AvroWorkItems events;
    private final CareClock clock;

    WorkCompletion(WorkItems items, AvroWorkItems events, CareClock clock) {
        this.items = items;
        this.events = events;
        this.clock = clock;
    }

    /** @throws WorkItemNotFound also where the caller is not related to it */
    @Transactional
    public WorkItem complete(WorkItemId id, Caller caller) {
        WorkItem item = items.lockRelated(id, caller).orElseThrow(() -> new WorkItemNotFound(id));
        if (!item.isOpen()) {
            return item;
        }
        WorkItem done = item.ended(WorkItem.Status.DONE);
        items.replace(done);
        events.publish(done, clock.now());
        return done;
    }
}
