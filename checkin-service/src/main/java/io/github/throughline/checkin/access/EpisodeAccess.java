package io.github.throughline.checkin.access;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets callers at an episode's check-ins and readings; every endpoint on them asks here first. */
@Component
public class EpisodeAccess {

    private final Episodes episodes;
    private final CareClock clock;

    EpisodeAccess(Episodes episodes, CareClock clock) {
        this.episodes = episodes;
        this.clock = clock;
    }

    /**
     * Refuses a caller who may not see what an episode's patient answered and when.
     *
     * @throws EpisodeNotFound when there is none, or none that the caller is related to
     * @throws ConsentMissing when the caller is of the care team and the patient has not permitted it
     */
    public void requireReader(UUID episodeId, Caller caller) {
        if (!AccessPolicy.mayRead(caller, related(episodeId, caller), clock.now())) {
            throw new ConsentMissing();
        }
    }

    /**
     * The episodes whose answers the caller may see.
     *
     * @param patientId of this patient alone; null: of all
     */
    public Set<UUID> readable(Caller caller, @Nullable UUID patientId) {
        return episodes.relatedTo(caller, patientId).stream()
                .filter(episode -> AccessPolicy.mayRead(caller, episode, clock.now()))
                .map(Episode::id)
                .collect(Collectors.toSet());
    }

    /**
     * Who the caller is as one who answers for an episode's patient.
     *
     * @throws EpisodeNotFound when there is none, or none that the caller is related to
     * @throws MayNotAnswer when the caller is of the care team in a role that does not answer
     */
    public Giver giver(UUID episodeId, Caller caller) {
        return AccessPolicy.giver(caller, related(episodeId, caller)).orElseThrow(MayNotAnswer::new);
    }

    /**
     * The patient's episodes in which the caller may answer; empty: the patient is none of the caller's business.
     *
     * @throws MayNotAnswer when the caller is only related in a role that does not answer
     */
    public List<Answerable> answerable(Caller caller, UUID patientId) {
        List<Episode> related = episodes.relatedTo(caller, patientId);
        List<Answerable> answerable = related.stream()
                .flatMap(episode ->
                        AccessPolicy.giver(caller, episode).stream().map(giver -> new Answerable(episode, giver)))
                .toList();
        if (answerable.isEmpty() && !related.isEmpty()) {
            throw new MayNotAnswer();
        }
        return answerable;
    }

    /**
     * Whether the caller may read what is written to the coordinator: the patient and those who treat. What others of the
     * care team may see of outcomes does not cover it.
     *
     * @throws EpisodeNotFound when there is none, or none that the caller is related to
     */
    public boolean isAddressed(UUID episodeId, Caller caller) {
        return AccessPolicy.isAddressed(caller, related(episodeId, caller));
    }

    /**
     * Refuses a caller who does not treat in the episode.
     *
     * @throws EpisodeNotFound when there is none, or none that the caller is related to
     * @throws MayNotAnswer when they are something else in it
     */
    public void requireTreating(UUID episodeId, Caller caller) {
        if (!AccessPolicy.isTreating(caller, related(episodeId, caller))) {
            throw new MayNotAnswer();
        }
    }

    /**
     * The caller as the episode's coordinator.
     *
     * @return the subject of their access token
     * @throws EpisodeNotFound when there is none, or none that the caller is related to
     * @throws NotTheCoordinator when they are something else in it
     */
    public String coordinator(UUID episodeId, Caller caller) {
        if (!AccessPolicy.isCoordinator(caller, related(episodeId, caller))) {
            throw new NotTheCoordinator();
        }
        return caller.subject();
    }

    /** References of the caregivers who answer for an episode's patient and whom the patient permits to see outcomes. */
    public Set<String> caregivers(UUID episodeId) {
        return episodes.find(episodeId)
                .map(episode -> AccessPolicy.caregivers(episode, clock.now()))
                .orElse(Set.of());
    }

    private Episode related(UUID episodeId, Caller caller) {
        return episodes.find(episodeId)
                .filter(episode -> AccessPolicy.isRelated(caller, episode))
                .orElseThrow(() -> new EpisodeNotFound(episodeId));
    }
}
