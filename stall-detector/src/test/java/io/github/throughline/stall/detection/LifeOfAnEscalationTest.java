package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.day;
import static io.github.throughline.stall.detection.Story.decided;
import static io.github.throughline.stall.detection.Story.missed;
import static io.github.throughline.stall.detection.Story.passed;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LifeOfAnEscalationTest {

    private final Story stalled = underPlan().readings(7, 7, 7, 7, 7, 7, 7).meanwhile();

    @Test
    void anotherReadingLikeTheOthersIsNoNews() {
        assertThat(stalled.then(reading(7, 7), reading(8, 6), reading(9, 7)).told())
                .isEmpty();
    }

    @Test
    void aDecisionResolvesIt() {
        // When
        stalled.then(decided(stalled.only(), day(45)));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau RESOLVED 2");
        assertThat(stalled.only().end()).isEqualTo(new Escalation.End(Resolution.DECIDED, day(45)));
    }

    @Test
    void aDecisionStartsTheWatchPeriodOfThePlan() {
        // Given: four weeks
        var decision = decided(stalled.only(), week(7));

        // When
        stalled.then(decision, reading(8, 7), reading(9, 7), reading(11, 7));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau RESOLVED 2");
    }

    @Test
    void theFirstReadingAfterTheWatchPeriodEndsIt() {
        // When
        stalled.then(decided(stalled.only(), week(7)), reading(9, 7), reading(10, 7), reading(11, 7), reading(12, 7));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau RESOLVED 2", "plateau RAISED 1");
        assertThat(stalled.told().getLast().escalation().ordinal()).isEqualTo(2);
        assertThat(stalled.told().getLast().escalation().raisedAt()).isEqualTo(week(12));
    }

    @Test
    void aDecisionOnSomethingElseChangesNothing() {
        // Given
        var other = new Escalation(
                new EscalationId(new UUID(1, 1)),
                Rule.PLATEAU,
                PAIN,
                9,
                Escalation.Severity.ROUTINE,
                day(1),
                day(1),
                null,
                null,
                null,
                stalled.only().evidence());

        // When // Then
        assertThat(stalled.then(decided(other, day(45))).told()).isEmpty();
    }

    @Test
    void aPauseLeavesItOpen() {
        assertThat(stalled.then(stands(plan(), 2, PlanState.PAUSED, day(45))).told())
                .isEmpty();
        assertThat(stalled.only().isOpen()).isTrue();
    }

    @Test
    void aPauseStopsNewOnes() {
        // When
        var story = underPlan()
                .then(stands(plan(), 2, PlanState.PAUSED, day(1)))
                .readings(7, 7, 7, 7, 7, 7, 7, 7)
                .then(missed(5), missed(6));

        // Then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void theFirstReadingAfterAPauseRaisesWhatHolds() {
        // When
        var story = underPlan()
                .then(stands(plan(), 2, PlanState.PAUSED, day(1)))
                .readings(7, 7, 7, 7, 7, 7, 7, 7)
                .then(stands(plan(), 3, PlanState.IN_FORCE, day(50)), reading(8, 7));

        // Then
        assertThat(story.only().raisedAt()).isEqualTo(week(8));
    }

    @Test
    void theEndOfThePlanEndsIt() {
        // When
        stalled.then(stands(plan(), 2, PlanState.ENDED, day(45)), reading(8, 7));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau RESOLVED 2");
        assertThat(stalled.only().end()).isEqualTo(new Escalation.End(Resolution.ENDED, day(45)));
    }

    @Test
    void aNewVersionOfThePlanLeavesItOpen() {
        // Given
        var version2 = plan(2, day(45), Map.of(PAIN, terms(3.0, 2)));

        // When // Then
        assertThat(stalled.then(signed(version2), reading(7, 7)).told()).isEmpty();
    }

    @Test
    void aNewVersionThatDropsTheMeasureEndsIt() {
        // Given
        var version2 = plan(
                2, day(45), Map.of("PEG", terms("PEG", terms(3.0, 1).measure().direction(), 3.0, 1)));

        // When
        stalled.then(signed(version2), reading(7, 7));

        // Then
        assertThat(stalled.only().end()).isEqualTo(new Escalation.End(Resolution.PLAN_CHANGED, day(45)));
    }

    @Test
    void aNewVersionWithAnotherTargetEndsItAndJudgesAfresh() {
        // Given
        var version2 = plan(2, day(45), Map.of(PAIN, terms(5.0, 1)));

        // When
        stalled.then(signed(version2), reading(7, 7));

        // Then
        assertThat(stalled.told())
                .extracting(c -> c.state() + " " + c.escalation().ordinal())
                .containsExactly("RESOLVED 1", "RAISED 2");
        assertThat(stalled.told().getLast().escalation().plan()).isEqualTo(Escalation.PlanRef.of(version2));
    }

    @Test
    void theSupersededVersionDoesNotComeBack() {
        // Given
        var version2 = plan(2, day(45), Map.of(PAIN, terms(7.0, 1)));

        // When
        stalled.then(signed(version2), stands(plan(), 3, PlanState.IN_FORCE, day(46)), reading(7, 7));

        // Then
        assertThat(stalled.told()).extracting(Change.EscalationChanged::state).containsExactly(Change.State.RESOLVED);
    }

    @Test
    void anotherPlanBeginsAnew() {
        // Given
        var other = plan(new UUID(8, 2), 1, day(45), Map.of(PAIN, terms(3.0, 1)));

        // When
        stalled.then(signed(other), reading(7, 7), reading(8, 7), reading(9, 7), reading(10, 7), reading(11, 7));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau RESOLVED 2");
    }

    @Test
    void aMeasureWithoutAPlaceInThePlanIsNotJudged() {
        // Given
        var story = underPlan();

        // When
        for (int week = 0; week < 9; week++) {
            story.then(Story.reading("peg " + week, 1, week(week), "PEG", 7.0));
        }

        // Then
        assertThat(story.told()).isEmpty();
        assertThat(story.verdicts()).isEmpty();
    }

    @Test
    void thePassingOfTimeRaisesNothing() {
        assertThat(underPlan().readings(7, 7, 7, 7).then(passed(week(20))).told())
                .isEmpty();
    }

    @Test
    void verdictsSayWhatTheReadingsSay() {
        // When
        var story = underPlan().readings(7, 7, 7, 7, 7, 7, 7, 4, 4, 3, 3, 3, 6, 6);

        // Then
        assertThat(story.verdicts())
                .containsExactly(
                        "TOO_EARLY too-few-weeks",
                        "STALLED no-response-and-no-progress",
                        "IMPROVING response-reached",
                        "ON_TARGET level-at-target",
                        "WORSENING worse-than-best-sustained-level");
    }
}
