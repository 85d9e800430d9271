package io.github.throughline.checkin.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The check-ins of all episodes. */
public interface Checkins {

    /** All of an episode, oldest first. */
    List<Checkin> ofEpisode(UUID episodeId);

    /**
     * Those of an episode that an answer or the passing of time can still change.
     *
     * @param since those whose window ended before it are settled for good
     * @param named returned in any state; null: none
     */
    List<Checkin> unsettled(UUID episodeId, Instant since, @Nullable CheckinId named);

    void save(UUID episodeId, Collection<Checkin> changed);
}
