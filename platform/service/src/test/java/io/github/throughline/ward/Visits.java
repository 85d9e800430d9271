package io.github.throughline.ward;

import io.github.throughline.platform.outbox.Outbox;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.workitem.WorkItemChanged;
import io.github.throughline.schemas.workitem.WorkItemKind;
import io.github.throughline.schemas.workitem.WorkItemStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A use case: a row and its event, or neither. */
@Component
public class Visits {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private final JdbcClient jdbc;
    private final Outbox outbox;

    Visits(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Transactional
    public UUID make(UUID patientId, int ward, boolean fails) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into visit (id, ward) values (:id, :ward)")
                .param("id", id)
                .param("ward", ward)
                .update();
        announce(patientId, id, ward);
        if (fails) {
            throw new IllegalStateException("the visit fails after its event was left");
        }
        return id;
    }

    /** Somebody's visit. */
    @Transactional
    public void makeFor(UUID patientId, String owner) {
        announce(patientId, UUID.randomUUID(), 1, owner);
    }

    /** Leaves an event without a transaction of its own. */
    void announce(UUID patientId, UUID visit, int version) {
        announce(patientId, visit, version, null);
    }

    private void announce(UUID patientId, UUID visit, int version, @Nullable String owner) {
        var event = WorkItemChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setVersion(version)
                .setOccurredAt(AT)
                .setRecordedAt(AT)
                .setPatientId(patientId)
                .setEpisodeId(patientId)
                .setWorkItemId(visit)
                .setKind(WorkItemKind.PLAN_REVIEW)
                .setStatus(WorkItemStatus.OPEN)
                .setOwner(owner)
                .setDueAt(AT)
                .setCauseId(visit)
                .build();
        outbox.append(new OutboxEvent(
                Topics.WORK_ITEM, patientId.toString(), visit.toString(), event.getEventId(), AT, event));
    }

    long count() {
        return jdbc.sql("select count(*) from visit").query(Long.class).single();
    }
}
