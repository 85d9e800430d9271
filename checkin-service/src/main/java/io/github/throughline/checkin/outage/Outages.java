package io.github.throughline.checkin.outage;

import java.time.Instant;
import java.util.List;

/** The known outages. */
public interface Outages {

    /** Newest first. */
    List<Outage> all();

    /** Those that end after an instant, as one. */
    Downtime endingAfter(Instant instant);

    void save(Outage outage);
}
