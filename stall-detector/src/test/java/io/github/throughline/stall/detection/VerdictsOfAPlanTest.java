package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.START;
import static io.github.throughline.stall.detection.Story.of;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.reading;
import static io.github.throughline.stall.detection.Story.signed;
import static io.github.throughline.stall.detection.Story.stands;
import static io.github.throughline.stall.detection.Story.terms;
import static io.github.throughline.stall.detection.Story.under;
import static io.github.throughline.stall.detection.Story.underPlan;
import static io.github.throughline.stall.detection.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.stall.detection.Fact.PlanState;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerdictsOfAPlanTest {

    private final Story stalled = underPlan().readings(7, 7, 7, 7, 7, 7, 7).meanwhile();

    @Test
    void theEndOfAPlanEndsItsVerdicts() {
        assertThat(stalled.then(stands(plan(), 2, PlanState.ENDED, week(7))).verdicts())
                .containsExactly("TOO_EARLY no-plan");
    }

    @Test
    void aMeasureThatAPlanDropsHasNoVerdict() {
        assertThat(stalled.then(signed(plan(2, week(7), Map.of()))).verdicts())
                .containsExactly("TOO_EARLY plan-changed");
    }

    @Test
    void anotherTargetIsJudgedFromItsFirstReadingOn() {
        // When
        stalled.then(signed(plan(2, week(7), Map.of(PAIN, terms(2.0, 1)))), reading(8, 7));

        // Then
        assertThat(stalled.verdicts()).containsExactly("TOO_EARLY plan-changed", "STALLED no-response-and-no-progress");
    }

    @Test
    void otherActivitiesOfThePatientStartANewSeries() {
        // Given
        var walking = of(terms(3.0, 1), "walk", "lift", "sleep");
        var swimming = of(terms(3.0, 1), "swim", "lift", "sleep");
        var story = under(plan(1, START, Map.of(PAIN, walking)))
                .readings(7, 7, 7, 7, 7, 7, 7)
                .meanwhile();

        // When
        story.then(signed(plan(2, week(7), Map.of(PAIN, swimming))), reading(8, 7));

        // Then
        assertThat(story.verdicts()).containsExactly("TOO_EARLY plan-changed", "TOO_EARLY too-few-weeks");
        assertThat(story.only().end()).isEqualTo(new Escalation.End(Escalation.Resolution.PLAN_CHANGED, week(7)));
    }

    @Test
    void anotherPlanBeginsWithoutVerdicts() {
        // When
        stalled.then(signed(plan(new UUID(8, 2), 1, week(7), Map.of(PAIN, terms(3.0, 1)))), reading(8, 7));

        // Then
        assertThat(stalled.verdicts()).containsExactly("TOO_EARLY plan-changed", "TOO_EARLY too-few-weeks");
    }

    @Test
    void aReadingThatIsTakenBackTakesItsVerdictAlong() {
        // Given
        var story = underPlan().then(reading(0, 7)).meanwhile();

        // When
        story.then(Story.reading("week 0", 2, START.plusSeconds(43_200), PAIN, null));

        // Then
        assertThat(story.verdicts()).containsExactly("TOO_EARLY too-few-readings");
    }
}
