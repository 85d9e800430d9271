package io.github.throughline.plan.careplan;

import static io.github.throughline.plan.careplan.CarePlanFixtures.NOON;
import static io.github.throughline.plan.careplan.CarePlanFixtures.lowBackPain;
import static io.github.throughline.plan.careplan.CarePlanFixtures.signed;
import static io.github.throughline.plan.careplan.CarePlanFixtures.signedPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.plan.careplan.CarePlanEvent.PlanFollowedUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowupTest {

    /** Six weeks after the signature, and the end of the day a week after it, in Zurich; the clocks go forward between. */
    private static final Instant REVIEW = Instant.parse("2026-04-12T22:00:00Z");

    private static final Instant STEP_DUE = Instant.parse("2026-03-09T23:00:00Z");
    private static final Instant LATER = REVIEW.plus(Duration.ofDays(1));

    private final CarePlan plan = signedPlan();

    @Test
    void theNextThingThatFallsDueIsForeseen() {
        assertThat(plan.dueAt()).contains(STEP_DUE);
        assertThat(plan.following(f -> f.done("staying-active", NOON)).plan().dueAt())
                .contains(REVIEW);
    }

    @Test
    void aStepThatIsNotDoneIsAGapUntilItIs() {
        // When
        var due = plan.following(f -> f.at(STEP_DUE));
        var done = due.plan().following(f -> f.done("staying-active", LATER));

        // Then
        assertThat(due.plan().followup().gaps()).containsExactly(new CareGap("step/staying-active", STEP_DUE));
        assertThat(due.events()).singleElement().isInstanceOf(PlanFollowedUp.class);
        assertThat(done.plan().followup().gaps()).isEmpty();
        assertThat(done.plan().current().orElseThrow().changes()).isEqualTo(3);
    }

    @Test
    void whatIsNotDueOrKnownAlreadyIsNotTold() {
        // Given
        var due = plan.following(f -> f.at(STEP_DUE)).plan();

        // Then
        assertThat(plan.following(f -> f.at(STEP_DUE.minusMillis(1))).events()).isEmpty();
        assertThat(due.following(f -> f.at(STEP_DUE.plusSeconds(60))).events()).isEmpty();
        assertThat(plan.following(f -> f.done("staying-active", NOON))
                        .plan()
                        .following(f -> f.done("staying-active", LATER))
                        .events())
                .isEmpty();
    }

    @Test
    void aReviewThatPassesIsDueUntilItIsDone() {
        // When
        var due = plan.following(f -> f.at(LATER)).plan();
        var reviewed =
                due.following(f -> f.reviewed(LATER.plus(Duration.ofDays(28)))).plan();

        // Then
        assertThat(due.followup().reviewDueSince()).isEqualTo(REVIEW);
        assertThat(reviewed.followup().reviewDueSince()).isNull();
        assertThat(reviewed.dueAt()).contains(LATER.plus(Duration.ofDays(28)));
    }

    @Test
    void aNewVersionIsReviewedAnewAndKeepsWhatIsDone() {
        // Given
        var before = plan.following(f -> f.at(LATER))
                .plan()
                .following(f -> f.done("staying-active", LATER))
                .plan();

        // When
        var after = signed(before.withNextDraft(lowBackPain()), LATER);

        // Then
        assertThat(after.followup().reviewDueSince()).isNull();
        assertThat(after.followup().done()).containsOnlyKeys("staying-active");
        assertThat(after.followup().gaps()).isEmpty();
        assertThat(after.dueAt()).contains(Instant.parse("2026-05-25T22:00:00Z"));
    }

    @Test
    void nothingIsDueInAPlanThatRestsOrHasEnded() {
        // Given
        var due = plan.following(f -> f.at(LATER)).plan();

        // Then
        assertThat(due.paused(LATER).plan().dueAt()).isEmpty();
        var stopped = due.stopped(LATER).plan();
        assertThat(stopped.dueAt()).isEmpty();
        assertThat(stopped.followup().gaps()).isEmpty();
        assertThat(stopped.followup().reviewDueSince()).isNull();
    }

    @Test
    void anActivityThatIsNotDoneIsAGapUntilItIsDoneAgain() {
        // When
        var gap = plan.following(f -> f.reported(Set.of("walking", "unknown"), Set.of(), NOON))
                .plan();
        var again = gap.following(f -> f.reported(Set.of("walking"), Set.of(), LATER));
        var done = gap.following(f -> f.reported(Set.of(), Set.of("walking"), LATER))
                .plan();

        // Then
        assertThat(gap.followup().gaps()).containsExactly(new CareGap("activity/walking", NOON));
        assertThat(again.events()).isEmpty();
        assertThat(done.followup().gaps()).isEmpty();
    }
}
