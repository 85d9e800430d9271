package io.github.throughline.plan.careplan;

import io.github.throughline.plan.careplan.CarePlan.Changed;
import io.github.throughline.plan.careplan.PlanVersion.Signed;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.time.EventTime;
import io.github.throughline.platform.web.VersionTag;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A signed plan's course: pause, resumption, completion, stop, the end of its episode, erasure. */
@Service
public class PlanCourse {

    private static final Logger LOGGER = LoggerFactory.getLogger(PlanCourse.class);

    private static final Set<String> MOVES = Set.of("coordinator", "physician");

    private final CarePlans plans;
    private final Episodes episodes;
    private final AvroCarePlans events;
    private final CareClock clock;

    PlanCourse(CarePlans plans, Episodes episodes, AvroCarePlans events, CareClock clock) {
        this.plans = plans;
        this.episodes = episodes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who wants to move which plan.
     *
     * @param occurredAt when it happened; null: now
     * @param ifMatch revision of the version in force; null: any
     */
    record Wish(
            EpisodeId episodeId,
            CarePlanId planId,
            Caller caller,
            @Nullable Instant occurredAt,
            @Nullable String ifMatch) {}

    @Transactional
    public CarePlan pause(Wish wish) {
        return move(wish, CarePlan::paused);
    }

    @Transactional
    public CarePlan resume(Wish wish) {
        return move(wish, CarePlan::resumed);
    }

    @Transactional
    public CarePlan complete(Wish wish) {
        requirePhysician(wish);
        return move(wish, CarePlan::completed);
    }

    @Transactional
    public CarePlan stop(Wish wish) {
        requirePhysician(wish);
        return move(wish, CarePlan::stopped);
    }

    /** An episode's end is its plan's end; a closure that was dated back does not end a plan before it began. */
    @Transactional
    public void endWithEpisode(EpisodeId episode, Instant at) {
        plans.lockGoingOn(episode)
                .filter(plan -> plan.current().isPresent())
                .ifPresent(plan -> keep(plan.stopped(plan.requireCurrent().notBefore(at))));
    }

    /** Nobody has a plan for an erased patient. */
    @Transactional
    public void erase(EpisodeId episode) {
        plans.erase(episode);
        LOGGER.atInfo().addKeyValue("episodeId", episode).log("plans erased");
    }

    private CarePlan move(Wish wish, BiFunction<CarePlan, Instant, Changed> movement) {
        requireMover(wish);
        CarePlan plan = plans.lock(wish.episodeId(), wish.planId()).orElseThrow(PlanRefused.PlanNotFound::new);
        Signed current = plan.requireCurrent();
        VersionTag.check(wish.ifMatch(), current.revision());
        Instant at = wish.occurredAt() == null
                ? current.notBefore(clock.now())
                : EventTime.of(wish.occurredAt(), clock.now());
        return keep(movement.apply(plan, at));
    }

    private CarePlan keep(Changed changed) {
        plans.save(changed.plan());
        events.publish(changed);
        return changed.plan();
    }

    private void requirePhysician(Wish wish) {
        if (!SigningPolicy.isPhysicianOf(wish.caller(), episode(wish))) {
            throw new PlanRefused.NotPhysicianOfCareTeam();
        }
    }

    /** To who does not treat in it the episode does not exist. */
    private void requireMover(Wish wish) {
        Episode episode = episode(wish);
        if (!TreatingPolicy.isTreating(wish.caller(), episode)) {
            throw new EpisodeNotFound(wish.episodeId().value());
        }
        if (!TreatingPolicy.hasAnyRole(wish.caller(), episode, MOVES)) {
            throw new PlanRefused.NotMover();
        }
    }

    private Episode episode(Wish wish) {
        return episodes.find(wish.episodeId().value())
                .orElseThrow(() -> new EpisodeNotFound(wish.episodeId().value()));
    }
}
