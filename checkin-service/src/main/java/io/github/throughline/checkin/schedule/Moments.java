package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.outage.Downtime;
import io.github.throughline.checkin.outage.Outages;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a schedule what is known at an instant; looks things up only when they are asked for. */
@Component
class Moments {

    /** A grace that ended so long before the last settled check-in can not be in doubt: no outage is longer. */
    private static final Duration LONGEST_OUTAGE = Duration.ofDays(31);

    private final Outages outages;
    private final UnscheduledReadings readings;
    private final PartnerProgress partners;
    private final ScheduleSettings settings;

    Moments(Outages outages, UnscheduledReadings readings, PartnerProgress partners, ScheduleSettings settings) {
        this.outages = outages;
        this.readings = readings;
        this.partners = partners;
        this.settings = settings;
    }

    Moment of(UUID episodeId, Instant careNow) {
        Instant since = settings.settledBefore(careNow).minus(LONGEST_OUTAGE);
        return new Moment(
                careNow,
                partners.reached(),
                new Once(() -> outages.endingAfter(since)),
                (from, to) -> readings.observed(episodeId, from, to));
    }

    /** Asks once. */
    private static final class Once implements Supplier<Downtime> {

        private final Supplier<Downtime> asked;
        private @Nullable Downtime answer;

        Once(Supplier<Downtime> asked) {
            this.asked = asked;
        }

        @Override
        public Downtime get() {
            Downtime known = answer;
            if (known == null) {
                known = asked.get();
                answer = known;
            }
            return known;
        }
    }
}
