package io.github.throughline.plan.careplan;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out plans to those who may read them. */
@Service
public class PlanReading {

    private final CarePlans plans;
    private final Episodes episodes;
    private final CareClock clock;

    PlanReading(CarePlans plans, Episodes episodes, CareClock clock) {
        this.plans = plans;
        this.episodes = episodes;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<CarePlan> plans(EpisodeId episodeId, Caller caller) {
        check(episodeId, caller);
        return plans.of(episodeId);
    }

    @Transactional(readOnly = true)
    public PlanVersion version(PlanVersionId which, Caller caller) {
        check(which.episodeId(), caller);
        return plans.find(which.episodeId(), which.planId())
                .orElseThrow(PlanRefused.PlanNotFound::new)
                .version(which.number());
    }

    private void check(EpisodeId episodeId, Caller caller) {
        Episode episode = episodes.find(episodeId.value()).orElseThrow(() -> new EpisodeNotFound(episodeId.value()));
        ReadingPolicy.refusal(caller, episode, clock.now()).ifPresent(refusal -> {
            throw refusal;
        });
    }
}
