package io.github.throughline.checkin.access;

import io.github.throughline.checkin.access.Giver.Relation;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.time.CareClock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may use a check-in link, asked anew at each use: the patient, and a caregiver as far as the patient permits it. */
@Component
public class LinkHolders {

    private final Episodes episodes;
    private final CareClock clock;

    LinkHolders(Episodes episodes, CareClock clock) {
        this.episodes = episodes;
        this.clock = clock;
    }

    /**
     * The holder as one who answers; empty: they may not, or the episode is not open.
     *
     * @param holder the patient's id, or the reference of a caregiver
     */
    public Optional<Giver> giver(UUID episodeId, String holder) {
        return episodes.find(episodeId)
                .filter(Episode::isOpen)
                .flatMap(episode -> relation(episode, holder))
                .map(relation -> new Giver(relation, holder));
    }

    private Optional<Relation> relation(Episode episode, String holder) {
        if (episode.patientId().toString().equals(holder)) {
            return Optional.of(Relation.PATIENT);
        }
        return AccessPolicy.caregivers(episode, clock.now()).contains(holder)
                ? Optional.of(Relation.CAREGIVER)
                : Optional.empty();
    }
}
