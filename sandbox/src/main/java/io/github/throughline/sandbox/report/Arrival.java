package io.github.throughline.sandbox.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A notice that was seen at its destination.
 *
 * @param channel in lower case: email, webhook or partner-topic
 * @param addressees the envelope's recipients, the hook's name, or the partner
 * @param at machine time
 */
public record Arrival(String channel, UUID noticeId, List<String> addressees, Instant at) {

    public Arrival {
        addressees = List.copyOf(addressees);
    }
}
