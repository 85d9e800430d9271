package io.github.throughline.checkin.plan;

import java.util.UUID;

/** The signed plan versions known here. */
public interface PlanVersions {

    PlanTimeline ofEpisode(UUID episodeId);

    /** @param signed the bytes that were signed */
    void save(PlanVersion version, byte[] signed);
}
