package io.github.throughline.plan.careplan;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.PlanVersion.Draft;
import io.github.throughline.plan.careplan.PlanVersion.Signed;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanDiff;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a plan came to be as it is: its movements, how it stood at any time, and what each version changed. */
@Service
class PlanHistory {

    private final PlanReading reading;
    private final CarePlans plans;
    private final Resolution resolution;
    private final CareClock clock;

    PlanHistory(PlanReading reading, CarePlans plans, MeasureCatalogue catalogue, CareClock clock) {
        this.reading = reading;
        this.plans = plans;
        this.resolution = new Resolution(catalogue);
        this.clock = clock;
    }

    /** Every movement of the plan's signed versions, in the order of their event times. */
    @Transactional(readOnly = true)
    public List<PlanMovement> movements(EpisodeId episodeId, CarePlanId planId, Caller caller) {
        return reading.movements(episodeId, planId, caller);
    }

    /**
     * The version that was in force or paused at an instant, as it stood then.
     *
     * @param at null: now
     * @throws PlanRefused.NotInForce when none was
     */
    @Transactional(readOnly = true)
    public Signed standing(EpisodeId episodeId, CarePlanId planId, @Nullable Instant at, Caller caller) {
        CarePlan plan = reading.plan(episodeId, planId, caller);
        return PlanMovement.standingAt(at == null ? clock.now() : at, plans.movements(planId))
                .map(movement -> ((Signed) plan.version(movement.version())).stoodAs(movement))
                .orElseThrow(PlanRefused.NotInForce::new);
    }

    /**
     * What a version changes; a draft as it would be signed now.
     *
     * @param since number of the version to compare with; null: the one before
     */
    @Transactional(readOnly = true)
    public List<PlanDiff.Change> changes(PlanVersionId which, @Nullable Integer since, Caller caller) {
        CarePlan plan = reading.plan(which.episodeId(), which.planId(), caller);
        ZoneId timeZone = reading.timeZone(which.episodeId());
        PlanContent later = content(plan, plan.version(which.number()), timeZone);
        return before(plan, which.number(), since)
                .map(version -> PlanDiff.between(content(plan, version, timeZone), later))
                .orElse(List.of());
    }

    private static Optional<PlanVersion> before(CarePlan plan, int number, @Nullable Integer since) {
        return since != null
                ? Optional.of(plan.version(since))
                : plan.versions().stream()
                        .filter(version -> version.number() < number)
                        .max(Comparator.comparingInt(PlanVersion::number));
    }

    private PlanContent content(CarePlan plan, PlanVersion version, ZoneId timeZone) {
        Instant now = clock.now();
        return switch (version) {
            case Signed signed -> signed.content().read();
            case Draft draft ->
                resolution.content(
                        plan, draft.number(), draft.terms(), new Resolution.Signature("", now, now, timeZone));
        };
    }
}
