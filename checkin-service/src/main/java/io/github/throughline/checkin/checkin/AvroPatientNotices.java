package io.github.throughline.checkin.checkin;

import io.github.throughline.checkin.StableIds;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.patientnotice.PatientNoticeDue;
import io.github.throughline.schemas.patientnotice.PatientNoticeKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reminders, as they stand on the topic. */
public final class AvroPatientNotices {

    private AvroPatientNotices() {}

    /**
     * @param recipient reference of a caregiver; null: the patient
     * @param recordedAt machine time
     */
    public static OutboxEvent event(
            PatientNotice notice, @Nullable String recipient, UUID patientId, UUID episodeId, Instant recordedAt) {
        UUID id = notice.id(recipient);
        UUID eventId = StableIds.of("patient-notice-event", id.toString());
        var record = PatientNoticeDue.newBuilder()
                .setEventId(eventId)
                .setVersion(1)
                .setOccurredAt(notice.dueAt())
                .setRecordedAt(recordedAt)
                .setPatientId(patientId)
                .setEpisodeId(episodeId)
                .setNoticeId(id)
                .setKind(kind(notice.reminder()))
                .setRecipient(recipient)
                .setCheckinId(notice.checkin().value())
                .setExpiresAt(notice.expiresAt())
                .build();
        return new OutboxEvent(
                Topics.PATIENT_NOTICE, patientId.toString(), id.toString(), eventId, notice.dueAt(), record);
    }

    private static PatientNoticeKind kind(Reminder reminder) {
        return switch (reminder) {
            case OPENED -> PatientNoticeKind.CHECKIN_OPENED;
            case ENDING -> PatientNoticeKind.CHECKIN_ENDING;
            case OVERDUE -> PatientNoticeKind.CHECKIN_OVERDUE;
        };
    }
}
