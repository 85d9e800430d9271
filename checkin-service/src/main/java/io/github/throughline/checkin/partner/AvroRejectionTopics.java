package io.github.throughline.checkin.partner;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.platform.messaging.RecoverableFailure;
import io.github.throughline.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
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

    /** A topic that was missing is looked for again after so long, machine time. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final Admin admin;
    private final AvroEncoder encoder;
    private final InstantSource machineTime;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> missingAt = new ConcurrentHashMap<>();

    AvroRejectionTopics(Admin admin, AvroEncoder encoder, InstantSource machineTime) {
        this.admin = admin;
        this.encoder = encoder;
        this.machineTime = machineTime;
    }

    @Override
    public void learn(String partner) {
        Topic topic = AvroRejections.topic(partner);
        if (known.contains(partner) || wasMissing(partner)) {
            return;
        }
        if (isThere(topic.name())) {
            encoder.learn(topic);
            known.add(partner);
        } else {
            missingAt.put(partner, machineTime.instant());
        }
    }

    private boolean wasMissing(String partner) {
        Instant seen = missingAt.getOrDefault(partner, Instant.EPOCH);
        return machineTime.instant().isBefore(seen.plus(LOOK_AGAIN));
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
            throw notSaid();
        } catch (ExecutionException | TimeoutException e) {
            throw notSaid();
        }
    }

    private static RecoverableFailure notSaid() {
        return new RecoverableFailure("the broker does not say whether a partner has its topic for refusals");
    }
}
