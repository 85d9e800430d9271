package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.answer9;
import static io.github.throughline.stall.detection.Story.day;
import static io.github.throughline.stall.detection.Story.decided;
import static io.github.throughline.stall.detection.Story.passed;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.signed;
import static io.github.throughline.stall.detection.Story.stands;
import static io.github.throughline.stall.detection.Story.underPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Escalation.Severity;
import io.github.throughline.stall.detection.Fact.PlanState;
import org.junit.jupiter.api.Test;

class SafetyAnswersTest {

    @Test
    void isRaisedAtOnceWithoutATotalAndWithoutAPlan() {
        // When
        var story = new Story().then(answer9("a", 1, day(1), 2));

        // Then
        assertThat(story.toldInShort()).containsExactly("safety-answer RAISED 1");
        assertThat(story.only().severity()).isEqualTo(Severity.SAFETY);
        assertThat(story.only().plan()).isNull();
        assertThat(story.only().evidence().safetyAnswers()).containsExactly(new SafetyAnswer("9", 2));
    }

    @Test
    void namesThePlansNextStepWhereOneIsInForce() {
        assertThat(underPlan().then(answer9("a", 1, day(1), 2)).only().nextStep())
                .isEqualTo("call-now");
    }

    @Test
    void eachIsItsOwn() {
        assertThat(underPlan()
                        .then(answer9("a", 1, day(1), 2), answer9("b", 1, day(1), 1))
                        .told())
                .hasSize(2);
    }

    @Test
    void isRaisedThroughAPause() {
        // When
        var story = underPlan().then(stands(plan(), 2, PlanState.PAUSED, day(1)), answer9("a", 1, day(2), 1));

        // Then
        assertThat(story.toldInShort()).containsExactly("safety-answer RAISED 1");
    }

    @Test
    void isRaisedWhileAnotherIsWatched() {
        // Given
        var story = underPlan().then(answer9("a", 1, day(1), 1));

        // When
        story.then(decided(story.only(), day(2)), answer9("b", 1, day(3), 1));

        // Then
        assertThat(story.toldInShort())
                .containsExactly("safety-answer RAISED 1", "safety-answer RESOLVED 2", "safety-answer RAISED 1");
    }

    @Test
    void aCorrectionUpdatesIt() {
        // When
        var story = underPlan().then(answer9("a", 1, day(1), 2), answer9("a", 2, day(1), 1));

        // Then
        assertThat(story.toldInShort()).containsExactly("safety-answer RAISED 1", "safety-answer UPDATED 2");
        assertThat(story.only().evidence().safetyAnswers()).containsExactly(new SafetyAnswer("9", 1));
    }

    @Test
    void aCorrectionToNothingLeavesTheWorstThatWasSaid() {
        // When
        var inOrder =
                underPlan().then(answer9("a", 1, day(1), 2), answer9("a", 2, day(1), 1), answer9("a", 3, day(1), 0));
        var reversed =
                underPlan().then(answer9("a", 3, day(1), 0), answer9("a", 2, day(1), 1), answer9("a", 1, day(1), 2));

        // Then
        assertThat(inOrder.only().isOpen()).isTrue();
        assertThat(inOrder.only().evidence().safetyAnswers()).containsExactly(new SafetyAnswer("9", 2));
        assertThat(reversed.only()).isEqualTo(inOrder.only());
    }

    @Test
    void aCorrectionThatComesWeeksLaterUpdatesIt() {
        // Given: 40 days later, when a reading comes too late
        var story = underPlan().then(answer9("a", 1, day(1), 1), passed(day(41)));

        // When
        story.then(answer9("a", 2, day(1), 3));

        // Then
        assertThat(story.toldInShort()).containsExactly("safety-answer RAISED 1", "safety-answer UPDATED 2");
        assertThat(story.only().evidence().safetyAnswers()).containsExactly(new SafetyAnswer("9", 3));
    }

    @Test
    void aCorrectionThatMovesItOutOfReachUpdatesIt() {
        // Given
        var story = underPlan().then(answer9("a", 1, day(100), 2));

        // When
        story.then(answer9("a", 2, day(10), 0));

        // Then
        assertThat(story.toldInShort()).containsExactly("safety-answer RAISED 1", "safety-answer UPDATED 2");
        assertThat(story.only().raisedAt()).isEqualTo(day(10));
        assertThat(story.then(decided(story.only(), day(101))).toldInShort()).endsWith("safety-answer RESOLVED 3");
    }

    @Test
    void whatIsOverAndSettledIsNotRaisedAgainByACorrection() {
        // Given
        var story = underPlan().then(answer9("a", 1, day(1), 2));
        story.then(decided(story.only(), day(2)), passed(day(200))).meanwhile();

        // When
        story.then(answer9("a", 2, day(199), 2), answer9("a", 3, day(1), 3));

        // Then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void aLateOneCitesNoPlanThatWasNotInForceThen() {
        // Given: the first version is settled and superseded
        var story = underPlan().then(signed(plan(2, day(30), plan().measures())), passed(day(200)));

        // When
        story.then(answer9("first", 1, day(20), 2), answer9("second", 1, day(40), 2));

        // Then
        assertThat(story.told())
                .extracting(change -> change.escalation().plan() == null)
                .containsExactly(true, false);
    }

    @Test
    void whatIsUndecidedWithoutAPlanIsBoundedAndCanStillBeDecidedOn() {
        // Given
        var story = new Story();
        for (int i = 0; i < EpisodeTrend.MOST_FACTS + 200; i++) {
            story.then(answer9("a" + i, 1, day(i), 1));
        }
        assertThat(story.trend().escalationVersions).hasSize(EpisodeTrend.MOST_FACTS + 200);
        var oldest = story.told().getFirst().escalation();
        story.meanwhile();

        // When
        story.then(decided(oldest, day(2_000)));

        // Then
        assertThat(story.toldInShort()).containsExactly("safety-answer RESOLVED 2");
    }

    @Test
    void ofThoseThatNobodyEverDecidesOnTheLatestAreKept() {
        // When
        var story = new Story();
        for (int i = 0; i < 1_000; i++) {
            story.then(answer9("a" + i, 1, day(i), 1));
        }

        // Then
        assertThat(story.trend().escalationVersions)
                .hasSize(EpisodeTrend.MOST_FACTS + EscalationRegister.MOST_UNDECIDED);
    }

    @Test
    void theEndOfThePlanDoesNotEndIt() {
        // When
        var story = underPlan().then(answer9("a", 1, day(1), 2), stands(plan(), 2, PlanState.ENDED, day(3)));

        // Then
        assertThat(story.only().isOpen()).isTrue();
    }

    @Test
    void aDecisionEndsIt() {
        // Given
        var story = new Story().then(answer9("a", 1, day(1), 2));

        // When
        story.then(decided(story.only(), day(2)));

        // Then
        assertThat(story.only().end()).isEqualTo(new Escalation.End(Resolution.DECIDED, day(2)));
    }

    @Test
    void aPlanThatComesLaterIsNoNews() {
        // When
        var story = new Story().then(answer9("a", 1, day(1), 2), signed(plan()));

        // Then
        assertThat(story.told()).hasSize(1);
        assertThat(story.only().plan()).isNotNull();
    }
}
