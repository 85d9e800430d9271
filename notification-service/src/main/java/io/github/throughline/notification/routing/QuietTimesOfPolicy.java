package io.github.throughline.notification.routing;

import io.github.throughline.notification.notice.QuietTimes;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** As the newest routing policy has them. */
@Component
class QuietTimesOfPolicy implements QuietTimes {

    private final PoliciesInUse policies;

    QuietTimesOfPolicy(PoliciesInUse policies) {
        this.policies = policies;
    }

    @Override
    public Instant tellableFrom(String person, Instant careNow) {
        return policies.version(policies.newest()).tellableFrom(person, careNow);
    }
}
