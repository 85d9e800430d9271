package io.github.throughline.checkin.outage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The known outages. */
public interface Outages {

    /** Newest first, without those that were withdrawn. */
    List<Outage> all();

    /** Those that end after an instant, as one. */
    Downtime endingAfter(Instant instant);

    void save(Outage outage);

    /**
     * Withdraws one; it stays as a row.
     *
     * @return whether there was one
     */
    boolean withdraw(UUID id, String withdrawnBy);
}
