package io.github.throughline.intake.episode;

import java.util.Map;

/**
 * An episode after a change.
 *
 * @param newSecrets signing secrets of webhooks that were made with the change, by member; told this once
 */
public record KeptEpisode(Episode episode, Map<String, String> newSecrets) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "KeptEpisode " + episode.id();
    }
}
