package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.partner.PartnerRejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refusals, as they stand on the partner's topic: nothing of the record's payload. */
final class AvroRejections {

    private static final int LONGEST_RECORD_ID = 200;

    private AvroRejections() {}

    static Topic topic(String partner) {
        return Topics.partnerRejected(partner, "checkin-service");
    }

    /**
     * @param recordId the partner's own id of the record; null: it could not be read
     * @param careNow when it was refused, care time
     * @param machineNow the same, machine time
     */
    static OutboxEvent event(
            Place place, @Nullable String recordId, Refusal refusal, Instant careNow, Instant machineNow) {
        PartnerRejection rejection = PartnerRejection.newBuilder()
                .setEventId(place.deliveryId())
                .setRecordId(shortened(recordId))
                .setCode(refusal.code().name())
                .setField(refusal.field())
                .setTopic(place.topic())
                .setPartition(place.partition())
                .setOffset(place.offset())
                .setRejectedAt(machineNow)
                .build();
        String key = recordId == null || recordId.isEmpty() ? place.toString() : shortened(recordId);
        return new OutboxEvent(
                topic(place.partner()), String.valueOf(key), place.toString(), place.deliveryId(), careNow, rejection);
    }

    /** What is longer was refused for its length; its beginning is enough to find it. */
    private static @Nullable String shortened(@Nullable String recordId) {
        return recordId == null || recordId.length() <= LONGEST_RECORD_ID
                ? recordId
                : recordId.substring(0, LONGEST_RECORD_ID);
    }
}
