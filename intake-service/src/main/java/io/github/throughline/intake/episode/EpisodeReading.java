package io.github.throughline.intake.episode;

import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.security.Role;
import io.github.throughline.platform.time.CareClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out an episode to those who may see who cares in it and what the patient permits. */
@Service
public class EpisodeReading {

    private final Episodes episodes;
    private final CareClock clock;

    EpisodeReading(Episodes episodes, CareClock clock) {
        this.episodes = episodes;
        this.clock = clock;
    }

    /** @throws EpisodeNotFound also where the caller may not see it: both look the same from outside */
    @Transactional(readOnly = true)
    public Episode episode(EpisodeId id, Caller caller) {
        return episodes.find(id)
                .filter(episode -> mayRead(caller, episode))
                .orElseThrow(() -> new EpisodeNotFound(id.value()));
    }

    private boolean mayRead(Caller caller, Episode episode) {
        return caller.is(Role.SERVICE)
                || caller.isPatient(episode.patientId().value())
                || isTreating(caller.subject(), episode)
                || episode.permitsAnything(caller.subject(), clock.now())
                || (caller.is(Role.INTAKE) && episodes.isRegisteredBy(episode.id(), caller.subject()));
    }

    private static boolean isTreating(String subject, Episode episode) {
        return episode.coordinator().equals(subject)
                || episode.member(subject)
                        .filter(member -> Member.Role.TREATING.contains(member.role()))
                        .isPresent();
    }
}
