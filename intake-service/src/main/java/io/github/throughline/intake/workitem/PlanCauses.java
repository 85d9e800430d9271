package io.github.throughline.intake.workitem;

import io.github.throughline.intake.episode.EpisodeId;
import java.util.List;
import java.util.UUID;

/** Which work each plan has caused that is not settled yet. */
interface PlanCauses {

    List<UUID> of(UUID planId);

    void add(EpisodeId episodeId, UUID planId, UUID causeId);

    void remove(UUID planId, UUID causeId);
}
