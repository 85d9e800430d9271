package io.github.throughline.platform.episode;

import java.util.UUID;

/** What happened to the read model; published inside the transaction that changed it, for the service's own features. */
public sealed interface EpisodeChange {

    /** The episode is new or changed. */
    record Updated(Episode episode) implements EpisodeChange {}

    /** Every row and state of the patient in this episode is to be deleted. */
    record Erased(UUID patientId, UUID episodeId) implements EpisodeChange {}
}
