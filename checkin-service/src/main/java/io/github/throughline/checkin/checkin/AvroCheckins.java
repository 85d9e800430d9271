package io.github.throughline.checkin.checkin;

import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.Adherence;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.MedicationChange;
import io.github.throughline.schemas.checkin.MedicationChangeKind;
import io.github.throughline.schemas.checkin.SideEffect;
import io.github.throughline.schemas.checkin.SideEffectSeverity;
import java.time.Instant;
import java.util.UUID;

/** Facts about check-ins, as they stand on the topic. */
public final class AvroCheckins {

    private AvroCheckins() {}

    /** @param recordedAt machine time */
    public static OutboxEvent event(CheckinFact fact, UUID patientId, UUID episodeId, Instant recordedAt) {
        CheckinChanged record = record(fact, patientId, episodeId, recordedAt);
        return new OutboxEvent(
                Topics.CHECKIN,
                patientId.toString(),
                fact.checkin().id().toString(),
                fact.eventId(),
                fact.occurredAt(),
                record);
    }

    private static CheckinChanged record(CheckinFact fact, UUID patientId, UUID episodeId, Instant recordedAt) {
        Checkin checkin = fact.checkin();
        return CheckinChanged.newBuilder()
                .setEventId(fact.eventId())
                .setVersion(checkin.version())
                .setOccurredAt(fact.occurredAt())
                .setRecordedAt(recordedAt)
                .setPatientId(patientId)
                .setEpisodeId(episodeId)
                .setCheckinId(checkin.id().value())
                .setPlanId(checkin.week().planId())
                .setPlanVersion(checkin.week().planVersion())
                .setWeek(checkin.week().number())
                .setFact(kind(fact.kind()))
                .setOpensAt(checkin.window().opensAt())
                .setEndsAt(checkin.window().endsAt())
                .setGraceEndsAt(checkin.window().graceEndsAt())
                .setMeasures(checkin.measures())
                .setSideEffects(fact.report().sideEffects().stream()
                        .map(AvroCheckins::sideEffect)
                        .toList())
                .setAdherence(fact.report().adherence().stream()
                        .map(a -> new Adherence(a.activity(), a.done(), a.planned()))
                        .toList())
                .setMedicationChanges(fact.report().medicationChanges().stream()
                        .map(AvroCheckins::medicationChange)
                        .toList())
                .setMessageId(fact.report().messageId())
                .build();
    }

    private static MedicationChange medicationChange(Report.MedicationChange change) {
        return new MedicationChange(
                change.medication(),
                MedicationChangeKind.valueOf(change.change().name()),
                change.since());
    }

    private static io.github.throughline.schemas.checkin.CheckinFact kind(CheckinFact.Kind kind) {
        return io.github.throughline.schemas.checkin.CheckinFact.valueOf(kind.name());
    }

    private static SideEffect sideEffect(Report.SideEffect effect) {
        return new SideEffect(
                effect.term(),
                SideEffectSeverity.valueOf(effect.severity().name()),
                effect.since(),
                effect.medication());
    }
}
