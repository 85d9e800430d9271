package io.github.throughline.platform.security;

import io.github.throughline.platform.web.Problem;
import java.util.UUID;

/** There is no such episode, or the caller is not related to it: both look the same from outside. */
public final class EpisodeNotFound extends Problem {

    public EpisodeNotFound(UUID episodeId) {
        super(404, "EPISODE_NOT_FOUND", "no episode %s that you are related to".formatted(episodeId));
    }
}
