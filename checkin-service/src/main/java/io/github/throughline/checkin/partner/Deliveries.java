package io.github.throughline.checkin.partner;

import io.github.throughline.platform.inbox.Inbox;
import org.springframework.stereotype.Component;

/** Partners' records that have had their effect, whichever it was: a record is delivered again after a crash. */
@Component
class Deliveries {

    private static final String CONSUMER = "partner-outcomes";

    private final Inbox inbox;

    Deliveries(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Whether the record at the place is delivered for the first time; remembers it with the caller's transaction. */
    boolean first(Place place) {
        return inbox.first(CONSUMER, place.deliveryId());
    }
}
