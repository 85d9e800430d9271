package io.github.throughline.checkin.page;

import io.github.throughline.checkin.StableIds;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.patientnotice.PatientNoticeDue;
import io.github.throughline.schemas.patientnotice.PatientNoticeKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a code is to be sent, as it stands on the topic; the code itself does not. */
final class AvroTrendCodes {

    /**
     * @param id the challenge
     * @param caregiver reference of the caregiver it is for; null: the patient
     */
    record Code(
            UUID id,
            UUID patientId,
            UUID episodeId,
            @Nullable String caregiver) {}

    private AvroTrendCodes() {}

    /**
     * @param occurredAt care time
     * @param recordedAt machine time
     * @param expiresAt machine time
     */
    static OutboxEvent event(Code code, Instant occurredAt, Instant recordedAt, Instant expiresAt) {
        UUID noticeId = StableIds.of("patient-notice", "code/" + code.id());
        UUID eventId = StableIds.of("patient-notice-event", noticeId.toString());
        var record = PatientNoticeDue.newBuilder()
                .setEventId(eventId)
                .setVersion(1)
                .setOccurredAt(occurredAt)
                .setRecordedAt(recordedAt)
                .setPatientId(code.patientId())
                .setEpisodeId(code.episodeId())
                .setNoticeId(noticeId)
                .setKind(PatientNoticeKind.TREND_CODE)
                .setRecipient(code.caregiver())
                .setChallengeId(code.id())
                .setExpiresAt(expiresAt)
                .build();
        return new OutboxEvent(
                Topics.PATIENT_NOTICE, code.patientId().toString(), noticeId.toString(), eventId, occurredAt, record);
    }
}
