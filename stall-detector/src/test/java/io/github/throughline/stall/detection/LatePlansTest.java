package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.day;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.reading;
import static io.github.throughline.stall.detection.Story.signed;
import static io.github.throughline.stall.detection.Story.stands;
import static io.github.throughline.stall.detection.Story.terms;
import static io.github.throughline.stall.detection.Story.underPlan;
import static io.github.throughline.stall.detection.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Fact.PlanState;
import io.github.throughline.stall.detection.Step.Reception;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan became more than 35 days ago counts from 35 days ago. */
class LatePlansTest {

    /** Stalled since week 6. */
    private final Story stalled =
            underPlan().readings(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7).meanwhile();

    private final Instant reachable = week(12).minus(EpisodeTrend.LATE);

    @Test
    void aStopEndsWhatIsOpen() {
        // When
        stalled.then(stands(plan(), 2, PlanState.ENDED, day(10)));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau RESOLVED 2");
        assertThat(stalled.only().end()).isEqualTo(new Escalation.End(Resolution.ENDED, reachable));
        assertThat(stalled.verdicts()).containsExactly("TOO_EARLY no-plan");
    }

    @Test
    void aPauseStopsNewOnes() {
        // Given
        var story = underPlan().readings(7, 7, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4, 4, 4, 4);

        // When
        story.then(stands(plan(), 2, PlanState.PAUSED, day(10))).meanwhile();

        // Then
        assertThat(story.then(reading(15, 7), reading(16, 7), reading(17, 7), reading(18, 7))
                        .told(Rule.REGRESSION))
                .isEmpty();
    }

    @Test
    void aResumptionRaisesWhatHolds() {
        // Given
        var story = underPlan()
                .then(stands(plan(), 2, PlanState.PAUSED, day(1)))
                .readings(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7);

        // When
        story.then(stands(plan(), 3, PlanState.IN_FORCE, day(20)));

        // Then
        assertThat(story.toldInShort()).containsExactly("plateau RAISED 1");
        assertThat(story.only().raisedAt()).isEqualTo(week(8));
    }

    @Test
    void aSignedVersionJudgesFromThereOn() {
        // Given
        var version2 = plan(2, day(10), Map.of(PAIN, terms(5.0, 1)));

        // When
        stalled.then(signed(version2));

        // Then
        assertThat(stalled.told())
                .extracting(c -> c.state() + " " + c.escalation().ordinal())
                .containsExactly("RESOLVED 1", "RAISED 2");
        assertThat(stalled.told().getLast().escalation().plan()).isEqualTo(Escalation.PlanRef.of(version2));
    }

    @Test
    void aChangeThatIsKnownComesToNothingWhenItIsSentAgain() {
        // Given: all of the plan is settled
        var paused = stands(plan(), 2, PlanState.PAUSED, day(10));
        var story = underPlan().then(paused, stands(plan(), 3, PlanState.ENDED, day(20)));
        story.then(reading("much later", day(200), 7)).meanwhile();

        // When
        story.then(signed(plan()));

        // Then
        assertThat(story.reception()).isEqualTo(Reception.NOTHING_NEW);
        assertThat(story.then(paused).reception()).isEqualTo(Reception.NOTHING_NEW);
        assertThat(story.trend().settled.plan).isNull();
    }
}
