package io.github.throughline.plan.careplan;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import java.time.ZoneId;
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
        return plan(which.episodeId(), which.planId(), caller).version(which.number());
    }

    @Transactional(readOnly = true)
    public CarePlan plan(EpisodeId episodeId, CarePlanId planId, Caller caller) {
        check(episodeId, caller);
        return plans.find(episodeId, planId).orElseThrow(PlanRefused.PlanNotFound::new);
    }

    /** Every movement of the plan's signed versions, in the order of their event times. */
    @Transactional(readOnly = true)
    public List<PlanMovement> movements(EpisodeId episodeId, CarePlanId planId, Caller caller) {
        return plans.movements(plan(episodeId, planId, caller).id());
    }

    /** The patient's time zone, for days that are counted in it. */
    @Transactional(readOnly = true)
    public ZoneId timeZone(EpisodeId episodeId) {
        return episode(episodeId).timeZone();
    }

    private void check(EpisodeId episodeId, Caller caller) {
        ReadingPolicy.refusal(caller, episode(episodeId), clock.now()).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Episode episode(EpisodeId episodeId) {
        return episodes.find(episodeId.value()).orElseThrow(() -> new EpisodeNotFound(episodeId.value()));
    }
}
