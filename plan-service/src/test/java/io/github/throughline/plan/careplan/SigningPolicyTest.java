package io.github.throughline.plan.careplan;

import static io.github.throughline.plan.careplan.CarePlanFixtures.NOON;
import static io.github.throughline.plan.careplan.CarePlanFixtures.ZURICH;
import static io.github.throughline.plan.careplan.CarePlanFixtures.draftedPlan;
import static io.github.throughline.plan.careplan.CarePlanFixtures.episode;
import static io.github.throughline.plan.careplan.CarePlanFixtures.signed;
import static io.github.throughline.plan.careplan.CarePlanFixtures.signedPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import io.github.throughline.platform.time.TimeAhead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SigningPolicyTest {

    private static final Caller PHYSICIAN = new Caller("dr-osei", Set.of(Role.PHYSICIAN));
    private static final Episode OPEN = episode(Episode.Status.OPEN);

    @Test
    void aPhysicianOfTheCareTeamMaySign() {
        assertThat(SigningPolicy.refusal(PHYSICIAN, OPEN, draftedPlan())).isEmpty();
    }

    @Test
    void nobodyElseMaySign() {
        for (Caller caller : new Caller[] {
            new Caller("dr-other", Set.of(Role.PHYSICIAN)),
            new Caller("dr-osei", Set.of(Role.COORDINATOR)),
            new Caller("pt-lee", Set.of(Role.PHYSICIAN)),
            new Caller("coordinator-a", Set.of(Role.COORDINATOR))
        }) {
            assertThat(SigningPolicy.refusal(caller, OPEN, draftedPlan()))
                    .get()
                    .isInstanceOf(PlanRefused.NotPhysicianOfCareTeam.class);
        }
    }

    @Test
    void aPhysicianWhoAlsoCoordinatesMaySign() {
        // Given
        Episode both = episode(
                Episode.Status.OPEN,
                new Episode.Member("dr-osei", "coordinator", false, null),
                new Episode.Member("dr-osei", "physician", false, null));

        // When // Then
        assertThat(SigningPolicy.refusal(PHYSICIAN, both, draftedPlan())).isEmpty();
        assertThat(TreatingPolicy.isTreating(PHYSICIAN, both)).isTrue();
    }

    @Test
    void nothingIsSignedInAClosedEpisodeOrAnEndedPlan() {
        assertThat(SigningPolicy.refusal(PHYSICIAN, episode(Episode.Status.CLOSED), draftedPlan()))
                .get()
                .isInstanceOf(PlanRefused.EpisodeClosed.class);
        assertThat(SigningPolicy.refusal(
                        PHYSICIAN, OPEN, signedPlan().stopped(NOON).plan()))
                .get()
                .isInstanceOf(PlanRefused.Ended.class);
    }

    @Test
    void aFirstVersionGoesBackToTheStartOfThePatientsDayAtMost() {
        // Given
        Instant midnight = Instant.parse("2026-03-01T23:00:00Z");

        // When // Then
        assertThat(SigningPolicy.effectiveFrom(midnight, NOON, ZURICH, draftedPlan(), List.of()))
                .isEqualTo(midnight);
        assertThatThrownBy(() ->
                        SigningPolicy.effectiveFrom(midnight.minusMillis(1), NOON, ZURICH, draftedPlan(), List.of()))
                .isInstanceOf(PlanRefused.TimeTooEarly.class);
    }

    @Test
    void aLaterVersionDoesNotGoBack() {
        // Given
        Instant later = NOON.plus(Duration.ofDays(7));

        // When // Then
        assertThat(SigningPolicy.effectiveFrom(null, later, ZURICH, signedPlan(), List.of()))
                .isEqualTo(later);
        assertThatThrownBy(() -> SigningPolicy.effectiveFrom(
                        later.minus(Duration.ofHours(1)), later, ZURICH, signedPlan(), List.of()))
                .isInstanceOf(PlanRefused.TimeTooEarly.class);
    }

    @Test
    void aPlanDoesNotGoBackToWhenTheOneBeforeItWasInForce() {
        // Given
        Instant end = NOON.minus(Duration.ofHours(1));
        var before = List.of(signed(draftedPlan(), end.minus(Duration.ofDays(7)))
                .stopped(end)
                .plan());

        // When // Then
        assertThat(SigningPolicy.effectiveFrom(end, NOON, ZURICH, draftedPlan(), before))
                .isEqualTo(end);
        assertThatThrownBy(() -> SigningPolicy.effectiveFrom(end.minusMillis(1), NOON, ZURICH, draftedPlan(), before))
                .isInstanceOf(PlanRefused.TimeTooEarly.class);
    }

    @Test
    void whereNoTimeIsSaidAClockThatWasAheadHoldsNobodyUp() {
        // Given
        Instant ahead = NOON.plus(Duration.ofMinutes(4));
        CarePlan plan = signed(draftedPlan(), ahead);
        var ended = List.of(plan.stopped(ahead).plan());

        // When // Then
        assertThat(SigningPolicy.effectiveFrom(null, NOON, ZURICH, plan, List.of()))
                .isEqualTo(ahead);
        assertThat(SigningPolicy.effectiveFrom(null, NOON, ZURICH, draftedPlan(), ended))
                .isEqualTo(ahead);
    }

    @Test
    void noVersionTakesEffectInTheFuture() {
        assertThatThrownBy(() -> SigningPolicy.effectiveFrom(
                        NOON.plus(Duration.ofMinutes(6)), NOON, ZURICH, draftedPlan(), List.of()))
                .isInstanceOf(TimeAhead.class);
    }
}
