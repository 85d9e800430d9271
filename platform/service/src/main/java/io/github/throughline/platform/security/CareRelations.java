package io.github.throughline.platform.security;

import java.util.UUID;

/** Who is related to whom, from the service's own tables. */
@FunctionalInterface
public interface CareRelations {

    /** Whether the caller is in the episode's care team, or its patient. */
    boolean related(Caller caller, UUID episodeId);
}
