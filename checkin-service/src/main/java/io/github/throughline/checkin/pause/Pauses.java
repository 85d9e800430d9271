package io.github.throughline.checkin.pause;

import java.util.List;
import java.util.UUID;

/** All pauses. */
interface Pauses {

    /** Those that stand, the first first. */
    List<KeptPause> standing(UUID episodeId);

    void add(KeptPause pause);

    /** @return whether it stood */
    boolean withdraw(UUID episodeId, UUID id, String by);
}
