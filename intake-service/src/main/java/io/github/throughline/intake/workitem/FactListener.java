package io.github.throughline.intake.workitem;

import io.github.throughline.intake.episode.EpisodeId;
import io.github.throughline.platform.inbox.Inbox;
import io.github.throughline.schemas.decision.DecisionKind;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.providerreply.ProviderReplied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what clinicians decide and what providers reply; each has its effect once. */
@Component
class FactListener {

    private final Inbox inbox;
    private final WorkFromFacts work;
    private final PlanWork planWork;

    FactListener(Inbox inbox, WorkFromFacts work, PlanWork planWork) {
        this.inbox = inbox;
        this.work = work;
        this.planWork = planWork;
    }

    @KafkaListener(id = "decisions", idIsGroup = false, topics = "throughline.decision.v1")
    @Transactional
    public void on(DecisionRecorded event) {
        if (inbox.first("work-from-decisions", event.getEventId())) {
            kind(event.getKind())
                    .ifPresent(kind -> work.arise(
                            kind, new EpisodeId(event.getEpisodeId()), event.getDecisionId(), event.getOccurredAt()));
        }
    }

    @KafkaListener(id = "provider-replies", idIsGroup = false, topics = "throughline.provider-reply.v1")
    @Transactional
    public void on(ProviderReplied event) {
        if (inbox.first("work-from-provider-replies", event.getEventId())) {
            work.arise(
                    WorkItem.Kind.PROVIDER_REPLY,
                    new EpisodeId(event.getEpisodeId()),
                    event.getReplyId(),
                    event.getOccurredAt());
        }
    }

    /** What is due in a plan is work until it is done; the event says all of it. */
    @KafkaListener(id = "plans", idIsGroup = false, topics = "throughline.plan.v1")
    @Transactional
    public void on(PlanVersionChanged event) {
        if (inbox.first("work-from-plans", event.getEventId())) {
            var due = new ArrayList<PlanWork.Due>();
            Instant review = event.getReviewDueSince();
            if (review != null) {
                due.add(new PlanWork.Due(WorkItem.Kind.PLAN_REVIEW, "review", review));
            }
            event.getCareGaps()
                    .forEach(
                            gap -> due.add(new PlanWork.Due(WorkItem.Kind.CARE_GAP, gap.getSubject(), gap.getSince())));
            planWork.follow(new EpisodeId(event.getEpisodeId()), event.getPlanId(), due);
        }
    }

    /** Empty: the decision needs no administrative work, or is not known here and resolves nothing. */
    private static Optional<WorkItem.Kind> kind(DecisionKind decision) {
        return switch (decision) {
            case ADJUST_PLAN -> Optional.of(WorkItem.Kind.PLAN_ADJUSTMENT);
            case BRING_PHYSICIAN_BACK -> Optional.of(WorkItem.Kind.PLAN_REVIEW);
            case ORDER_IMAGING -> Optional.of(WorkItem.Kind.IMAGING_ORDER);
            case REFER -> Optional.of(WorkItem.Kind.REFERRAL);
            case CONTINUE_AND_WATCH, CONTACT_PATIENT, UNKNOWN -> Optional.empty();
        };
    }
}
