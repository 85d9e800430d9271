package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.RecordId;
import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.partner.PartnerRejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refusals, as they stand on the partner's topic: nothing of the record's payload. */
final class AvroRejections {

    private static final int LONGEST_FIELD = 100;

    private AvroRejections() {}

    static Topic topic(String partner) {
        return Topics.partnerRejected(partner);
    }

    /**
     * @param recordId the partner's own id of the record; null: it could not be read
     * @param careNow when it was refused, care time
     * @param machineNow the same, machine time
     */
    static OutboxEvent event(
            Place place, @Nullable String recordId, Refusal refusal, Instant careNow, Instant machineNow) {
        String shownId = shown(recordId);
        PartnerRejection rejection = PartnerRejection.newBuilder()
                .setEventId(place.deliveryId())
                .setRecordId(shownId)
                .setCode(refusal.code().name())
                .setField(shownField(refusal.field()))
                .setTopic(place.topic())
                .setPartition(place.partition())
                .setOffset(place.offset())
                .setRejectedAt(machineNow)
                .build();
        String key = shownId == null || shownId.isBlank() ? place.toString() : shownId;
        return new OutboxEvent(topic(place.partner()), key, place.toString(), place.deliveryId(), careNow, rejection);
    }

    /** What the outbox could not hold is left out; of what was refused for its length the beginning is enough to find it. */
    private static @Nullable String shown(@Nullable String recordId) {
        if (recordId == null || !RecordId.isClean(recordId)) {
            return null;
        }
        if (recordId.length() <= RecordId.LONGEST) {
            return recordId;
        }
        boolean cutsCharacter = Character.isHighSurrogate(recordId.charAt(RecordId.LONGEST - 1));
        return recordId.substring(0, cutsCharacter ? RecordId.LONGEST - 1 : RecordId.LONGEST);
    }

    /** An item's name is the partner's own text. */
    private static @Nullable String shownField(@Nullable String field) {
        if (field == null || (field.length() <= LONGEST_FIELD && RecordId.isClean(field))) {
            return field;
        }
        return field.substring(0, Math.max(0, field.indexOf('.')));
    }
}
