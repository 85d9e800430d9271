package io.github.throughline.checkin.checkin;

import java.time.Duration;
import java.time.Instant;

/**
 * When a check-in can be answered, in care time.
 *
 * @param opensAt first instant of the window
 * @param endsAt first instant after it
 * @param grace how long after the end an answer still counts as in time, by the plan
 * @param graceEndsAt when it counts as missed if unanswered, outages added
 */
public record Window(Instant opensAt, Instant endsAt, Duration grace, Instant graceEndsAt) {

    public Window(Instant opensAt, Instant endsAt, Duration grace) {
        this(opensAt, endsAt, grace, endsAt.plus(grace));
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(opensAt) && instant.isBefore(endsAt);
    }

    public Window withGraceEndingAt(Instant instant) {
        return new Window(opensAt, endsAt, grace, instant);
    }
}
