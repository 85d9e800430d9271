package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.time.CareClock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a new coordinator of what is open: whoever held it before still holds it, and they see who. */
@Component
class HandingOver {

    private final Escalations escalations;
    private final NoticePlanning planning;
    private final NoticeWriting writing;
    private final CareClock clock;

    HandingOver(Escalations escalations, NoticePlanning planning, NoticeWriting writing, CareClock clock) {
        this.escalations = escalations;
        this.planning = planning;
        this.writing = writing;
        this.clock = clock;
    }

    /**
     * Nobody takes in an escalation meanwhile, which would be told to whoever was the coordinator a moment ago: the
     * episode changes only while nobody writes of it.
     */
    @EventListener
    void on(EpisodeChange.Updated updated) {
        String coordinator = updated.episode().coordinator();
        if (coordinator != null) {
            UUID episodeId = updated.episode().id();
            escalations.openOf(episodeId).forEach(escalationId -> tell(coordinator, escalationId));
        }
    }

    /** Of its newest version alone. Whoever was told of it under the same id is not told again. */
    private void tell(String coordinator, UUID escalationId) {
        escalations
                .locked(escalationId)
                .filter(held -> held.escalation().isOpen())
                .ifPresent(held -> {
                    planning.tell(escalationId);
                    writing.writeTo(coordinator, EscalationVersion.of(held.escalation()), clock.now());
                });
    }
}
