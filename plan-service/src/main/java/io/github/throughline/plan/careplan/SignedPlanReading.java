package io.github.throughline.plan.careplan;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out signed versions across episodes, of those whose plan the caller may read. */
@Service
public class SignedPlanReading {

    private final JdbcSignedVersions versions;
    private final Episodes episodes;
    private final CareClock clock;

    SignedPlanReading(JdbcSignedVersions versions, Episodes episodes, CareClock clock) {
        this.versions = versions;
        this.episodes = episodes;
        this.clock = clock;
    }

    /**
     * The episodes whose plan the caller may read.
     *
     * @param patientId of this patient alone; null: of all
     */
    @Transactional(readOnly = true)
    public List<Episode> episodes(@Nullable UUID patientId, Caller caller) {
        return episodes.relatedTo(caller, patientId).stream()
                .filter(episode ->
                        ReadingPolicy.refusal(caller, episode, clock.now()).isEmpty())
                .toList();
    }

    /** The signed versions of a patient's plans, by plan and number. */
    @Transactional(readOnly = true)
    public List<SignedVersion> ofPatient(UUID patientId, Caller caller) {
        return versions.of(ids(episodes(patientId, caller)), null);
    }

    /** The signed versions of a plan, by number; empty: there is none that the caller may read. */
    @Transactional(readOnly = true)
    public List<SignedVersion> ofPlan(CarePlanId planId, Caller caller) {
        return versions.of(ids(episodes(null, caller)), planId);
    }

    private static Set<UUID> ids(List<Episode> episodes) {
        return episodes.stream().map(Episode::id).collect(Collectors.toSet());
    }
}
