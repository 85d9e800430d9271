package io.github.throughline.plan.careplan;

import io.github.throughline.plan.careplan.CarePlan.Changed;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.time.DueWork;
import io.github.throughline.signedplan.PlanContent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sees to what is due in plans: reviews, steps, activities. What is due and not done is told with the plan. */
@Service
public class FollowingUp implements DueWork {

    private static final Set<String> DOES = Set.of("coordinator", "physician", "therapist", "caregiver");

    private final CarePlans plans;
    private final Episodes episodes;
    private final AvroCarePlans events;
    private final CareClock clock;

    FollowingUp(CarePlans plans, Episodes episodes, AvroCarePlans events, CareClock clock) {
        this.plans = plans;
        this.episodes = episodes;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "plan-followups";
    }

    @Override
    public int take(Instant careNow, int limit) {
        List<CarePlan> due = plans.takeDue(careNow, limit);
        due.forEach(plan -> keep(plan.following(followup -> followup.at(careNow))));
        return due.size();
    }

    @Override
    public long due(Instant careNow) {
        return plans.countDue(careNow);
    }

    /** A step is done, as the patient, a caregiver or somebody who treats says. A second time changes nothing. */
    @Transactional
    public CarePlan complete(EpisodeId episodeId, CarePlanId planId, String step, Caller caller) {
        Episode episode = episode(episodeId);
        if (!caller.isPatient(episode.patientId()) && !TreatingPolicy.hasAnyRole(caller, episode, DOES)) {
            throw new EpisodeNotFound(episodeId.value());
        }
        CarePlan plan = lock(episodeId, planId);
        plan.requireCurrent();
        if (!plan.followup().hasStep(step)) {
            throw new PlanRefused.StepNotFound();
        }
        return follow(plan, followup -> followup.done(step, clock.now()));
    }

    /**
     * The physician has reviewed the plan and leaves it as it is.
     *
     * @param nextOn day of the next review; null: as long from now as it was to this one
     */
    @Transactional
    public CarePlan review(EpisodeId episodeId, CarePlanId planId, @Nullable LocalDate nextOn, Caller caller) {
        Episode episode = episode(episodeId);
        if (!TreatingPolicy.isTreating(caller, episode)) {
            throw new EpisodeNotFound(episodeId.value());
        }
        if (!SigningPolicy.isPhysicianOf(caller, episode)) {
            throw new PlanRefused.NotPhysicianOfCareTeam();
        }
        CarePlan plan = lock(episodeId, planId);
        PlanContent signed = plan.requireCurrent().content().read();
        LocalDate today = clock.now().atZone(episode.timeZone()).toLocalDate();
        LocalDate next = nextOn == null ? today.plus(reviewInterval(signed, episode.timeZone())) : nextOn;
        if (!next.isAfter(today)) {
            throw new PlanRefused.Implausible("nextOn", "the next review is on a later day than today");
        }
        return follow(
                plan,
                followup ->
                        followup.reviewed(next.atStartOfDay(episode.timeZone()).toInstant()));
    }

    private static Period reviewInterval(PlanContent signed, ZoneId zone) {
        LocalDate from = signed.effectiveFrom().atZone(zone).toLocalDate();
        return Period.ofDays((int) ChronoUnit.DAYS.between(from, signed.reviewOn()));
    }

    /**
     * What the latest check-ins of a plan report.
     *
     * @param notDone activities that are not done for so long that they are a care gap
     * @param isDone activities that are done again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(UUID episodeId, UUID planId, Set<String> notDone, Set<String> isDone, Instant at) {
        plans.lock(new EpisodeId(episodeId), new CarePlanId(planId))
                .filter(plan -> plan.current().isPresent())
                .ifPresent(plan -> follow(plan, followup -> followup.reported(notDone, isDone, at)));
    }

    private CarePlan follow(CarePlan plan, UnaryOperator<Followup> change) {
        return keep(plan.following(change));
    }

    private CarePlan keep(Changed changed) {
        plans.save(changed.plan());
        events.publish(changed);
        return changed.plan();
    }

    private CarePlan lock(EpisodeId episodeId, CarePlanId planId) {
        return plans.lock(episodeId, planId).orElseThrow(PlanRefused.PlanNotFound::new);
    }

    private Episode episode(EpisodeId episodeId) {
        return episodes.find(episodeId.value()).orElseThrow(() -> new EpisodeNotFound(episodeId.value()));
    }
}
