package io.github.throughline.notification.plan;

import java.util.List;
import java.util.UUID;

/** The signed plan versions. Whoever shows them has made sure that the viewer may see the episode. */
public interface PlanVersions {

    /** In the order in which they took effect; one that can not be read is left out, and logged. */
    List<PlanVersion> of(UUID episodeId);
}
