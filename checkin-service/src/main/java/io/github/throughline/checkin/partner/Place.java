package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.StableIds;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a record stands. The topic alone tells whose it is: who may write there is the broker's to enforce.
 *
 * @param partner id of the partner, from the topic's name
 * @param sentAt the record's timestamp: a topic that is deleted and made anew has the same offsets again
 */
record Place(String partner, String topic, int partition, long offset, Instant sentAt) {

    /** The same however often the record is delivered. */
    UUID deliveryId() {
        return StableIds.of("delivery", this + "/" + sentAt);
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
