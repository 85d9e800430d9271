package io.github.throughline.platform.time;

import java.time.Instant;

/** Care time: schedules, grace, consent, quiet hours, escalation steps, occurredAt. Never used for backoff, locks or latency. */
@FunctionalInterface
public interface CareClock {

    /** The current instant in care time, in whole milliseconds. */
    Instant now();
}
