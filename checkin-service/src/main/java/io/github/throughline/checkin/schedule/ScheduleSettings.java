package io.github.throughline.checkin.schedule;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code throughline.checkins.*}.
 *
 * @param lateWithin so long after the end of its window a missed check-in can still be answered, care time; the detector
 *     refolds events up to 35 days late
 */
@ConfigurationProperties("throughline.checkins")
public record ScheduleSettings(@DefaultValue("35d") Duration lateWithin) {

    /** Check-ins whose window ended before it stay as they are. */
    public Instant settledBefore(Instant careNow) {
        return careNow.minus(lateWithin);
    }
}
