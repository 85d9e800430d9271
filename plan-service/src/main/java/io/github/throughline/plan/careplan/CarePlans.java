package io.github.throughline.plan.careplan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The care plans of this deployment. */
public interface CarePlans {

    /** Nobody else adds a plan to the episode until the transaction ends. */
    void lockEpisode(EpisodeId episode);

    Optional<CarePlan> find(EpisodeId episode, CarePlanId id);

    /** The same, and keeps others from changing it until the transaction ends. */
    Optional<CarePlan> lock(EpisodeId episode, CarePlanId id);

    /** The episode's plan that goes on, locked. */
    Optional<CarePlan> lockGoingOn(EpisodeId episode);

    /** All plans of the episode, the newest last. */
    List<CarePlan> of(EpisodeId episode);

    /** Plans in which something has fallen due, locked; none that somebody else holds. */
    List<CarePlan> takeDue(Instant careNow, int limit);

    long countDue(Instant careNow);

    /** Every movement of the plan's signed versions, in the order of their event times. */
    List<PlanMovement> movements(CarePlanId id);

    /** Adds the plan, or what changed of it. */
    void save(CarePlan plan);

    /** Deletes the draft, and the plan where it was the only version. */
    void discard(CarePlanId id, PlanVersion.Draft draft);

    /** Deletes every plan of the episode. */
    void erase(EpisodeId episode);
}
