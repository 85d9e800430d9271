package io.github.throughline.plan.progress;

import static io.github.throughline.platform.security.Allow.To.EPISODE;

import io.github.throughline.plan.careplan.CareGap;
import io.github.throughline.plan.careplan.CarePlan;
import io.github.throughline.plan.careplan.CarePlanId;
import io.github.throughline.plan.careplan.EpisodeId;
import io.github.throughline.plan.careplan.PlanReading;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.signedplan.PlanContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a plan goes, for those who may read it. */
@RestController
class ProgressController {

    /**
     * How a plan goes.
     *
     * @param daysInPlan whole days in force, pauses left out
     * @param nextReviewAt null: the plan has ended
     * @param reviewDueSince null: no review is due
     */
    record ProgressView(
            CarePlanId planId,
            int version,
            List<GoalProgress> goals,
            List<Adherence.Kept> adherence,
            long daysInPlan,
            @Nullable Instant nextReviewAt,
            @Nullable Instant reviewDueSince,
            List<CareGap> careGaps) {}

    private final PlanReading plans;
    private final JdbcProgress progress;
    private final CareClock clock;

    ProgressController(PlanReading plans, JdbcProgress progress, CareClock clock) {
        this.plans = plans;
        this.progress = progress;
        this.clock = clock;
    }

    /** By the latest signed version; of a plan that has ended, as it ended. */
    @GetMapping("/episodes/{episodeId}/plans/{planId}/progress")
    @Allow(
            value = {},
            to = EPISODE)
    public ProgressView progress(@PathVariable EpisodeId episodeId, @PathVariable CarePlanId planId, Caller caller) {
        CarePlan plan = plans.plan(episodeId, planId, caller);
        PlanContent signed = plan.latestSigned().content().read();
        Instant now = clock.now();
        LocalDate today = now.atZone(plans.timeZone(episodeId)).toLocalDate();
        List<Reading> readings = progress.readings(episodeId.value(), plan.beganAt());
        return new ProgressView(
                planId,
                signed.version(),
                signed.goals().stream()
                        .map(goal -> GoalProgress.of(
                                goal,
                                signed.measure(goal.measure()).orElseThrow(),
                                readings.stream()
                                        .filter(r -> r.measure().equals(goal.measure()))
                                        .toList(),
                                today))
                        .toList(),
                progress.adherence(planId.value()).kept(),
                DaysInPlan.count(plans.movements(episodeId, planId, caller), now),
                plan.followup().reviewAt(),
                plan.followup().reviewDueSince(),
                plan.followup().gaps());
    }
}
