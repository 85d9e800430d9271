package io.github.throughline.plan.careplan;

import io.github.throughline.plan.careplan.CarePlan.Changed;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanCompleted;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanFollowedUp;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanPaused;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanResumed;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanSigned;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanStopped;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanSuperseded;
import io.github.throughline.plan.careplan.PlanVersion.Signed;
import io.github.throughline.platform.outbox.Outbox;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happened to signed versions, to their topic; the bytes as they were signed. */
@Component
class AvroCarePlans {

    private final Outbox outbox;

    AvroCarePlans(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Changed changed) {
        changed.events().forEach(event -> publish(changed.plan(), event));
    }

    private void publish(CarePlan plan, CarePlanEvent happened) {
        Signed version = happened.version();
        PlanVersionChanged event = PlanVersionChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(version.changes())
                .setOccurredAt(version.since())
                .setRecordedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setPatientId(plan.patientId().value())
                .setEpisodeId(plan.episodeId().value())
                .setPlanId(plan.id().value())
                .setPlanVersion(version.number())
                .setState(state(happened))
                .setContent(ByteBuffer.wrap(version.content().bytes()))
                .setSignature(version.content().signature())
                .setContentDigest(version.content().digest())
                .setReviewDueSince(plan.followup().reviewDueSince())
                .setCareGaps(plan.followup().gaps().stream()
                        .map(gap -> new io.github.throughline.schemas.plan.CareGap(gap.subject(), gap.since()))
                        .toList())
                .build();
        outbox.append(new OutboxEvent(
                Topics.PLAN,
                plan.patientId().toString(),
                plan.id() + "/" + version.number(),
                event.getEventId(),
                version.since(),
                event));
    }

    private static PlanVersionState state(CarePlanEvent happened) {
        return switch (happened) {
            case PlanSigned ignored -> PlanVersionState.IN_FORCE;
            case PlanResumed ignored -> PlanVersionState.IN_FORCE;
            case PlanFollowedUp told ->
                PlanVersionState.valueOf(told.version().state().name());
            case PlanPaused ignored -> PlanVersionState.PAUSED;
            case PlanSuperseded ignored -> PlanVersionState.SUPERSEDED;
            case PlanCompleted ignored -> PlanVersionState.COMPLETED;
            case PlanStopped ignored -> PlanVersionState.STOPPED;
        };
    }
}
