package io.github.throughline.notification.erasure;

import java.util.UUID;

/** The episodes of which nothing is kept any more. */
public interface ErasedEpisodes {

    /**
     * To be asked before anything of the episode is locked or written. Until the transaction ends the answer stays true:
     * an erasure waits for it.
     */
    boolean contains(UUID episodeId);

    /** Waits for whoever has asked, and lets nobody ask before the transaction ends. */
    void close(UUID episodeId);
}
