package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.outage.Downtime;
import io.github.throughline.checkin.outage.Outage;
import io.github.throughline.checkin.outage.Outages;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a schedule what is known at an instant; looks things up only when they are asked for. */
@Component
class Moments {

    private final Outages outages;
    private final UnscheduledReadings readings;
    private final TopicProgress topics;
    private final ScheduleSettings settings;

    Moments(Outages outages, UnscheduledReadings readings, TopicProgress topics, ScheduleSettings settings) {
        this.outages = outages;
        this.readings = readings;
        this.topics = topics;
        this.settings = settings;
    }

    Moment of(UUID episodeId, Instant careNow) {
        // A grace that ended so long before the last settled check-in can not be in doubt.
        Instant since = settings.settledBefore(careNow).minus(Outage.LONGEST);
        return new Moment(
                careNow,
                topics.reached(),
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
