package io.github.throughline.intake.episode;

import io.github.throughline.intake.patient.PatientId;
import java.util.List;

/**
 * What is answered to a change. It is kept for retries, therefore it names nobody.
 *
 * @param webhookSecrets signing secrets made with this change; told this once
 */
record ChangedView(
        EpisodeId episodeId,
        PatientId patientId,
        Episode.Status status,
        String coordinator,
        int version,
        List<Secret> webhookSecrets) {

    record Secret(String member, String secret) {}

    static ChangedView of(KeptEpisode kept) {
        Episode episode = kept.episode();
        return new ChangedView(
                episode.id(),
                episode.patientId(),
                episode.status(),
                episode.coordinator(),
                episode.version(),
                kept.newSecrets().entrySet().stream()
                        .map(secret -> new Secret(secret.getKey(), secret.getValue()))
                        .toList());
    }
}
