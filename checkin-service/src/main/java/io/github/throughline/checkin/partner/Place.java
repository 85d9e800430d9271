package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.StableIds;
import java.util.UUID;

/**
 * Where a record stands. The topic alone tells whose it is: who may write there is the broker's to enforce.
 *
 * @param partner id of the partner, from the topic's name
 */
record Place(String partner, String topic, int partition, long offset) {

    /** The same however often the record is delivered. */
    UUID deliveryId() {
        return StableIds.of("delivery", toString());
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
