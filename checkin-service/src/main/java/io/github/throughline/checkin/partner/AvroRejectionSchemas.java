package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.platform.messaging.AvroEncoder;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Shows the serializer a refusal that goes nowhere. */
@Component
class AvroRejectionSchemas implements RejectionSchemas {

    private final AvroEncoder encoder;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    AvroRejectionSchemas(AvroEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public void learn(String partner) {
        if (!known.contains(partner)) {
            var nowhere = new Place(partner, "", 0, 0);
            var refusal = Refusal.of(Refusal.Code.UNREADABLE);
            var event = AvroRejections.event(nowhere, null, refusal, Instant.EPOCH, Instant.EPOCH);
            encoder.encode(event.topic(), event.record());
            known.add(partner);
        }
    }
}
