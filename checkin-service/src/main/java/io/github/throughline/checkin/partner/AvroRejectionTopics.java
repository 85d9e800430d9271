package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.platform.messaging.RecoverableFailure;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.stereotype.Component;

/**
 * Asks broker and registry once a partner. Without this a missing topic would hold up the relay of all events, and the
 * first refusal would wait for the registry inside its transaction.
 */
@Component
class AvroRejectionTopics implements RejectionTopics {

    private static final long TIMEOUT_SECONDS = 5;

    private final Admin admin;
    private final AvroEncoder encoder;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    AvroRejectionTopics(Admin admin, AvroEncoder encoder) {
        this.admin = admin;
        this.encoder = encoder;
    }

    @Override
    public void learn(String partner) {
        if (!known.contains(partner) && isThere(AvroRejections.topic(partner).name())) {
            var nowhere = new Place(partner, "", 0, 0);
            var refusal = Refusal.of(Refusal.Code.UNREADABLE);
            var event = AvroRejections.event(nowhere, null, refusal, Instant.EPOCH, Instant.EPOCH);
            encoder.encode(event.topic(), event.record());
            known.add(partner);
        }
    }

    @Override
    public boolean canTell(String partner) {
        return known.contains(partner);
    }

    private boolean isThere(String topic) {
        try {
            return admin.listTopics()
                    .names()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .contains(topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            throw new RecoverableFailure("the broker does not say whether a partner has its topic for refusals");
        }
    }
}
