package io.github.throughline.intake.episode;

import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.security.Role;
import org.springframework.stereotype.Component;

/**
 * Who may change an episode. To be in its care team is not enough, whatever somebody signs in as: an outside provider
 * would grant themselves what only the patient can.
 */
@Component
class ChangingPolicy {

    private final Episodes episodes;

    ChangingPolicy(Episodes episodes) {
        this.episodes = episodes;
    }

    /** @throws EpisodeNotFound unless the caller coordinates the episode, or is of intake and registered it */
    void requireChanging(Caller caller, Episode episode) {
        if (!mayChange(caller, episode)) {
            throw new EpisodeNotFound(episode.id().value());
        }
    }

    /** @throws EpisodeNotFound unless the caller is the patient themselves, or may change the episode */
    void requireConsenting(Caller caller, Episode episode) {
        if (!caller.isPatient(episode.patientId().value()) && !mayChange(caller, episode)) {
            throw new EpisodeNotFound(episode.id().value());
        }
    }

    private boolean mayChange(Caller caller, Episode episode) {
        return (caller.is(Role.COORDINATOR) && caller.subject().equals(episode.coordinator()))
                || (caller.is(Role.INTAKE) && episodes.isRegisteredBy(episode.id(), caller.subject()));
    }
}
