package io.github.throughline.intake.workitem;

import io.github.throughline.platform.outbox.Outbox;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.workitem.WorkItemChanged;
import io.github.throughline.schemas.workitem.WorkItemKind;
import io.github.throughline.schemas.workitem.WorkItemStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Work items to their topic. */
@Component
class AvroWorkItems {

    private final Outbox outbox;

    AvroWorkItems(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param at event time of the change, care time */
    void publish(WorkItem item, Instant at) {
        WorkItemChanged event = WorkItemChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(item.version())
                .setOccurredAt(at)
                .setRecordedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setPatientId(item.patientId().value())
                .setEpisodeId(item.episodeId() == null ? null : item.episodeId().value())
                .setWorkItemId(item.id().value())
                .setKind(WorkItemKind.valueOf(item.kind().name()))
                .setStatus(WorkItemStatus.valueOf(item.status().name()))
                .setOwner(item.owner())
                .setDueAt(item.dueAt())
                .setCauseId(item.causeId())
                .build();
        outbox.append(new OutboxEvent(
                Topics.WORK_ITEM, item.patientId().toString(), item.id().toString(), event.getEventId(), at, event));
    }
}
