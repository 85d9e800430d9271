package io.github.throughline.intake.episode;

import io.github.throughline.intake.patient.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The episodes of this deployment. */
public interface Episodes {

    /**
     * Adds a new episode.
     *
     * @param registeredBy subject of who registered it; they stay related to it
     */
    void add(Episode episode, String registeredBy);

    void replace(Episode episode);

    /** Notes why the episode was closed. */
    void closedFor(EpisodeId id, Episode.ClosedFor reason);

    Optional<Episode> find(EpisodeId id);

    /** The same, and keeps others from changing it until the transaction ends. */
    Optional<Episode> lock(EpisodeId id);

    /** Whether the subject registered it. */
    boolean isRegisteredBy(EpisodeId id, String subject);

    /** Whether the subject coordinates an open episode of the patient. */
    boolean isCoordinatorOf(String subject, PatientId patient);

    /** All episodes of the patient, locked, in the order of their opening. */
    List<Episode> lockOf(PatientId patient);

    void delete(EpisodeId id);

    /** Signing secrets of the members with a webhook, by reference. */
    Map<String, String> secrets(EpisodeId id);

    void saveSecrets(EpisodeId id, Map<String, String> secrets);
}
