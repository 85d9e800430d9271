package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.escalation.HeldEscalation;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.time.CareClock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those whom a step of the routing policy brings in. */
@Component
class TellingOfSteps {

    private final Escalations escalations;
    private final Episodes episodes;
    private final NoticeWriting writing;
    private final CareClock clock;

    TellingOfSteps(Escalations escalations, Episodes episodes, NoticeWriting writing, CareClock clock) {
        this.escalations = escalations;
        this.episodes = episodes;
        this.writing = writing;
        this.clock = clock;
    }

    @EventListener
    void on(StepTaken step) {
        escalations.find(step.escalationId()).map(HeldEscalation::escalation).ifPresent(now -> tell(step, now));
    }

    private void tell(StepTaken step, Escalation escalation) {
        var version = new EscalationVersion(
                escalation.id(), escalation.version(), escalation.episodeId(), step.kind(), escalation.severity());
        List<String> coordinators =
                episodes.find(escalation.episodeId()).map(Episode::coordinators).orElse(List.of());
        writing.writeStep(step, version, coordinators, clock.now());
    }
}
