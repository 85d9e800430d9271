package io.github.throughline.checkin.schedule;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The readings that came without a submission: they answer a check-in as well. */
public interface UnscheduledReadings {

    /** When each measure was last observed from one instant up to and without another, by measure. */
    Map<String, Instant> observed(UUID episodeId, Instant from, Instant to);
}
