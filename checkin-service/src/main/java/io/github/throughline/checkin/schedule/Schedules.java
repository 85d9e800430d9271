package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.outage.Outage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far the schedule of each episode has got; the row that is locked by whoever changes anything of the episode. */
interface Schedules {

    /** @param patientId whose episode it is */
    record Held(UUID patientId, Position position) {}

    /** Makes the row of an episode where there is none. */
    void create(UUID episodeId, UUID patientId);

    /** Locked until the transaction ends; empty: nothing is known of the episode. */
    Optional<Held> lock(UUID episodeId);

    void save(UUID episodeId, Position position, Optional<Instant> dueAt, Optional<Instant> missedAt);

    /** Deletes everything about the episode. */
    void erase(UUID episodeId);

    /**
     * Locked episodes with something due, those due first first; none that somebody else holds.
     *
     * @param missedUpTo misses count as due until here
     */
    List<UUID> takeDue(Instant careNow, Instant missedUpTo, int limit);

    long countDue(Instant careNow);

    boolean isAnyDue(Instant careNow);

    /** Whether any miss falls due after one instant and until another. */
    boolean isAnyMissed(Instant after, Instant until);

    /** Leaves an episode alone for a while, in machine time. */
    void hold(UUID episodeId);

    /** Makes the episodes due whose misses an outage puts in doubt. */
    void reconsider(Outage outage, Instant careNow);
}
