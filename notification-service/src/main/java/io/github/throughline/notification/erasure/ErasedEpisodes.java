package io.github.throughline.notification.erasure;

import java.util.UUID;

/** The episodes of which nothing is kept any more. */
public interface ErasedEpisodes {

    boolean contains(UUID episodeId);
}
