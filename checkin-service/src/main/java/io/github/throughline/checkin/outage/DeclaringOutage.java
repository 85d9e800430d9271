package io.github.throughline.checkin.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator says that patients could not answer, though the service itself was alive. */
@Component
class DeclaringOutage {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final Outages outages;
    private final List<OutageFollower> followers;

    DeclaringOutage(Outages outages, List<OutageFollower> followers) {
        this.outages = outages;
        this.followers = List.copyOf(followers);
    }

    /** @throws InvalidOutage when it has no length, or too much of it, or lies in no time that anybody lives in */
    @Transactional
    Outage declare(Instant from, Instant until, String declaredBy) {
        Duration length = Duration.between(from, until);
        boolean isOfThisAge = from.isAfter(EARLIEST) && until.isBefore(LATEST);
        if (!length.isPositive() || length.compareTo(Outage.LONGEST) > 0 || !isOfThisAge) {
            throw new InvalidOutage();
        }
        var outage = new Outage(UUID.randomUUID(), from, until, Outage.Cause.DECLARED, declaredBy);
        outages.save(outage);
        followers.forEach(follower -> follower.onOutage(outage));
        return outage;
    }
}
