package io.github.throughline.notification.trend;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was read and found of an episode. Whoever shows it has made sure that the viewer may see the episode. */
public interface Trends {

    /** In event-time order. */
    List<Reading> readings(UUID episodeId, String measure);

    Optional<Verdict> verdict(UUID episodeId, String measure);

    /** Weeks of check-ins, counted from 0 at the plan's start, in their order; unknown ones are left out. */
    List<Integer> weeks(Collection<UUID> checkinIds);
}
