package io.github.throughline.plan.careplan;

import static io.github.throughline.plan.careplan.CarePlanFixtures.NOON;
import static io.github.throughline.plan.careplan.CarePlanFixtures.draftedPlan;
import static io.github.throughline.plan.careplan.CarePlanFixtures.lowBackPain;
import static io.github.throughline.plan.careplan.CarePlanFixtures.sign;
import static io.github.throughline.plan.careplan.CarePlanFixtures.signed;
import static io.github.throughline.plan.careplan.CarePlanFixtures.signedPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.plan.careplan.CarePlanEvent.PlanSigned;
import io.github.throughline.plan.careplan.CarePlanEvent.PlanSuperseded;
import io.github.throughline.plan.careplan.PlanVersion.Signed;
import io.github.throughline.plan.careplan.PlanVersion.State;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CarePlanTest {

    private static final Instant LATER = NOON.plus(Duration.ofDays(21));

    @Test
    void aSignedVersionIsInForceFromItsDayOfEffect() {
        // When
        var changed = sign(draftedPlan(), NOON);

        // Then
        Signed current = changed.plan().requireCurrent();
        assertThat(current.state()).isEqualTo(State.IN_FORCE);
        assertThat(current.since()).isEqualTo(NOON);
        assertThat(current.changes()).isEqualTo(1);
        assertThat(changed.events()).containsExactly(new PlanSigned(current));
    }

    @Test
    void theNextSignedVersionSupersedesTheOneBefore() {
        // Given
        CarePlan plan = signedPlan().withNextDraft(lowBackPain());

        // When
        var changed = sign(plan, LATER);

        // Then
        assertThat(changed.events())
                .hasExactlyElementsOfTypes(PlanSuperseded.class, PlanSigned.class)
                .allSatisfy(event -> assertThat(event.version().since()).isEqualTo(LATER));
        assertThat(changed.plan().requireCurrent().number()).isEqualTo(2);
        assertThat(changed.plan().version(1)).isInstanceOfSatisfying(Signed.class, first -> {
            assertThat(first.state()).isEqualTo(State.SUPERSEDED);
            assertThat(first.changes()).isEqualTo(2);
        });
    }

    @Test
    void aSignedVersionCanNotBeChanged() {
        assertThatThrownBy(() -> signedPlan().withDraft(1, lowBackPain()))
                .isInstanceOf(PlanRefused.AlreadySigned.class);
    }

    @Test
    void whatSigningMadeIsKeptThroughEveryChangeOfState() {
        // Given
        CarePlan plan = signedPlan();
        byte[] bytes = plan.requireCurrent().content().bytes();

        // When
        CarePlan ended =
                plan.paused(LATER).plan().resumed(LATER).plan().stopped(LATER).plan();

        // Then
        assertThat(((Signed) ended.version(1)).content().bytes()).isEqualTo(bytes);
        assertThat(((Signed) ended.version(1)).changes()).isEqualTo(4);
    }

    @Test
    void aPausedPlanIsSupersededToo() {
        // Given
        CarePlan paused = signedPlan().paused(LATER).plan().withNextDraft(lowBackPain());

        // When
        CarePlan plan = signed(paused, LATER);

        // Then
        assertThat(plan.requireCurrent().number()).isEqualTo(2);
        assertThat(plan.requireCurrent().state()).isEqualTo(State.IN_FORCE);
    }

    @Test
    void anEndedPlanTakesNothingMore() {
        // Given
        CarePlan ended = signedPlan().completed(LATER).plan();

        // When // Then
        assertThat(ended.isEnded()).isTrue();
        assertThatThrownBy(() -> ended.stopped(LATER)).isInstanceOf(PlanRefused.Ended.class);
        assertThatThrownBy(() -> ended.withNextDraft(lowBackPain())).isInstanceOf(PlanRefused.Ended.class);
    }

    @Test
    void aPlanWithoutASignedVersionCanNotBeMoved() {
        assertThatThrownBy(() -> draftedPlan().paused(NOON)).isInstanceOf(PlanRefused.NotSigned.class);
    }

    @Test
    void nothingHappensToAVersionBeforeItIsInForce() {
        assertThatThrownBy(() -> signedPlan().stopped(NOON.minusSeconds(1)))
                .isInstanceOf(PlanRefused.TimeTooEarly.class);
    }

    @Test
    void thereIsOneDraftAtATime() {
        // Given
        CarePlan plan = signedPlan().withNextDraft(lowBackPain());

        // When // Then
        assertThatThrownBy(() -> plan.withNextDraft(lowBackPain())).isInstanceOf(PlanRefused.DraftExists.class);
    }

    @Test
    void aDraftThatADecisionOpenedIsTakenUp() {
        // Given
        var escalation = UUID.randomUUID();
        CarePlan plan = signedPlan().withDraftFor(escalation, lowBackPain());

        // When
        CarePlan taken = plan.withNextDraft(lowBackPain());

        // Then
        assertThat(taken.draft()).hasValueSatisfying(draft -> {
            assertThat(draft.number()).isEqualTo(2);
            assertThat(draft.escalationId()).isEqualTo(escalation);
            assertThat(draft.revision()).isEqualTo(2);
        });
        assertThatThrownBy(() -> taken.withDraftFor(UUID.randomUUID(), lowBackPain()))
                .isInstanceOf(PlanRefused.DraftExists.class);
    }

    @Test
    void anUntouchedDraftIsForTheNewerDecision() {
        // Given
        var newer = UUID.randomUUID();

        // When
        CarePlan plan =
                signedPlan().withDraftFor(UUID.randomUUID(), lowBackPain()).withDraftFor(newer, lowBackPain());

        // Then
        assertThat(plan.versions()).hasSize(2);
        assertThat(plan.draft()).hasValueSatisfying(draft -> {
            assertThat(draft.escalationId()).isEqualTo(newer);
            assertThat(draft.waitsForSomebody()).isTrue();
        });
    }

    @Test
    void aSignedVersionStillKnowsTheEscalationThatAskedForIt() {
        // Given
        var escalation = UUID.randomUUID();

        // When
        CarePlan plan = signed(signedPlan().withDraftFor(escalation, lowBackPain()), LATER);

        // Then
        assertThat(plan.paused(LATER).plan().requireCurrent().escalationId()).isEqualTo(escalation);
    }
}
