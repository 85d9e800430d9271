package io.github.throughline.checkin.plan;

import java.util.UUID;

/** The signed plan versions known here. */
public interface PlanVersions {

    PlanTimeline ofEpisode(UUID episodeId);

    void save(PlanVersion version);
}
