package io.github.throughline.checkin.schedule;

import java.util.List;
import java.util.UUID;

/** The pauses that stand. */
public interface EpisodePauses {

    List<Pause> ofEpisode(UUID episodeId);
}
