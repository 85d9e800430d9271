package io.github.throughline.plan.careplan;

import io.github.throughline.platform.inbox.Inbox;
import io.github.throughline.schemas.decision.DecisionKind;
import io.github.throughline.schemas.decision.DecisionRecorded;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what clinicians decide; each decision has its effect once. */
@Component
class DecisionListener {

    private final Inbox inbox;
    private final PlanDrafting drafting;

    DecisionListener(Inbox inbox, PlanDrafting drafting) {
        this.inbox = inbox;
        this.drafting = drafting;
    }

    @KafkaListener(id = "decisions", idIsGroup = false, topics = "throughline.decision.v1")
    @Transactional
    public void on(DecisionRecorded event) {
        if (event.getKind() == DecisionKind.ADJUST_PLAN && inbox.first("draft-for-decision", event.getEventId())) {
            drafting.draftForDecision(new EpisodeId(event.getEpisodeId()), event.getEscalationId());
        }
    }
}
