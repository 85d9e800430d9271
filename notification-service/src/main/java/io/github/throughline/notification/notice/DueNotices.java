package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.EscalationChange;
import io.github.throughline.platform.time.DueWork;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets notices to outside providers go: at the coordinator's acknowledgement, or when the program's delay is over. */
@Component
class DueNotices implements DueWork {

    private final JdbcNotices notices;
    private final ApplicationEventPublisher changes;

    DueNotices(JdbcNotices notices, ApplicationEventPublisher changes) {
        this.notices = notices;
        this.changes = changes;
    }

    @EventListener
    void on(EscalationChange.Acknowledged acknowledged) {
        ready(notices.release(acknowledged.escalationId(), acknowledged.careNow()));
    }

    @Override
    public String name() {
        return "provider-notices";
    }

    @Override
    public int take(Instant careNow, int limit) {
        return ready(notices.releaseDue(careNow, limit));
    }

    @Override
    public long due(Instant careNow) {
        return notices.countDue(careNow);
    }

    private int ready(int released) {
        if (released > 0) {
            changes.publishEvent(new NoticesReady());
        }
        return released;
    }
}
