package io.github.throughline.notification.escalation;

import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.inbox.Inbox;
import io.github.throughline.schemas.escalation.EscalationChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the detector says; each version of an escalation has its effect once. */
@Component
class EscalationListener {

    private final Inbox inbox;
    private final JdbcEscalations escalations;
    private final Episodes episodes;
    private final ApplicationEventPublisher changes;

    EscalationListener(Inbox inbox, JdbcEscalations escalations, Episodes episodes, ApplicationEventPublisher changes) {
        this.inbox = inbox;
        this.episodes = episodes;
        this.escalations = escalations;
        this.changes = changes;
    }

    @KafkaListener(id = "escalations", idIsGroup = false, topics = "throughline.escalation.v1")
    @Transactional
    public void on(EscalationChanged event) {
        if (episodes.isErased(event.getEpisodeId()) || !inbox.first("escalations", event.getEventId())) {
            return;
        }
        Escalation escalation = AvroEscalations.read(event);
        if (escalations.remember(escalation)) {
            escalations.save(escalation);
            changes.publishEvent(new EscalationChange.Received(escalation));
        }
    }

    @EventListener
    void on(EpisodeChange.Erased erased) {
        escalations.erase(erased.episodeId());
    }
}
