package io.github.throughline.notification.routing;

import io.github.throughline.notification.notice.Bundling;
import io.github.throughline.notification.notice.TellingTimes;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** As the newest routing policy has them. */
@Component
class TellingTimesOfPolicy implements TellingTimes {

    private final PoliciesInUse policies;

    TellingTimesOfPolicy(PoliciesInUse policies) {
        this.policies = policies;
    }

    @Override
    public Instant tellableFrom(String person, Instant ready) {
        return newest().tellableFrom(person, ready);
    }

    @Override
    public Optional<Bundling> bundling() {
        return Optional.ofNullable(newest().bundling());
    }

    private RoutingPolicy newest() {
        return policies.version(policies.newest());
    }
}
