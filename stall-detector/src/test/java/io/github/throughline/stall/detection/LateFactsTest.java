package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.answer9;
import static io.github.throughline.stall.detection.Story.day;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.reading;
import static io.github.throughline.stall.detection.Story.signed;
import static io.github.throughline.stall.detection.Story.underPlan;
import static io.github.throughline.stall.detection.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.stall.detection.Step.Reception;
import org.junit.jupiter.api.Test;

class LateFactsTest {

    /** Stalled by the readings of weeks 4 to 6, if nothing else comes. */
    private final Story stalled = underPlan()
            .then(reading(0, 7), reading(1, 7), reading(2, 7), reading(4, 7), reading(6, 7))
            .meanwhile();

    @Test
    void lateReadingsThatDisproveItWithdrawIt() {
        // When
        stalled.then(reading("late a", day(30), 4), reading("late b", day(35), 4));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau WITHDRAWN 2");
        assertThat(stalled.trend().escalations()).isEmpty();
    }

    @Test
    void whatIsFoundAgainIsTheSameWithItsNextVersion() {
        // Given
        var id = stalled.only().id();
        stalled.then(reading("late a", day(30), 4), reading("late b", day(35), 4))
                .meanwhile();

        // When
        stalled.then(reading(7, 7), reading("next", day(50), 7), reading(8, 7));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau RAISED 3");
        assertThat(stalled.only().id()).isEqualTo(id);
        assertThat(stalled.only().ordinal()).isEqualTo(1);
    }

    @Test
    void lateReadingsThatChangeTheEvidenceUpdateIt() {
        // When
        stalled.then(reading(5, 7.5));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau UPDATED 2");
        assertThat(stalled.only().evidence().readings()).extracting(Reading::at).contains(week(5));
        assertThat(stalled.only().raisedAt()).isEqualTo(week(6));
    }

    @Test
    void aCorrectedReadingReplacesTheFirst() {
        // When
        stalled.then(Story.reading("week 4", 2, week(4), PAIN, 6.5));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau UPDATED 2");
        assertThat(stalled.only().evidence().readings())
                .extracting(Reading::value)
                .containsExactly(7.0, 7.0, 7.0, 6.5, 7.0);
    }

    @Test
    void aReadingThatIsRepeatedChangesNothing() {
        // When
        stalled.then(reading(6, 7));

        // Then
        assertThat(stalled.told()).isEmpty();
        assertThat(stalled.reception()).isEqualTo(Reception.NOTHING_NEW);
    }

    @Test
    void aVersionThatIsNotHigherChangesNothing() {
        // Given
        stalled.then(Story.reading("week 4", 3, week(4), PAIN, 6.5)).meanwhile();

        // When
        stalled.then(Story.reading("week 4", 2, week(4), PAIN, 1.0));

        // Then
        assertThat(stalled.told()).isEmpty();
        assertThat(stalled.reception()).isEqualTo(Reception.NOTHING_NEW);
    }

    @Test
    void whatIsMoreThan35DaysLateIsCountedAndChangesNothing() {
        // When
        stalled.then(reading("much too late", day(7), 0));

        // Then
        assertThat(stalled.reception()).isEqualTo(Reception.TOO_LATE);
        assertThat(stalled.told()).isEmpty();
    }

    @Test
    void aSafetyAnswerIsNeverTooLate() {
        // Given
        var late = answer9("late", 1, day(1), 2);

        // When
        stalled.then(late, late, answer9("later still", 1, day(-100), 1));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("safety-answer RAISED 1", "safety-answer RAISED 1");
        assertThat(stalled.trend().escalations()).hasSize(3);
    }

    @Test
    void aSafetyAnswerFromBeforeWhatIsSettledIsRaisedOnceAndEndedByADecision() {
        // Given
        var story = underPlan();
        for (int week = 0; week < 40; week++) {
            story.then(reading(week, 3 + week % 2));
        }
        story.meanwhile().then(answer9("late", 1, day(20), 2));
        var escalation = story.trend().escalations().stream()
                .filter(e -> e.rule() == Rule.SAFETY_ANSWER)
                .findFirst()
                .orElseThrow();

        // When
        story.then(Story.decided(escalation, week(39).plusSeconds(60)));
        for (int week = 40; week < 60; week++) {
            story.then(reading(week, 3 + week % 2));
        }
        story.then(answer9("late", 1, day(20), 2));

        // Then
        assertThat(story.told(Rule.SAFETY_ANSWER))
                .extracting(Change.EscalationChanged::state)
                .containsExactly(Change.State.RAISED, Change.State.RESOLVED);
        assertThat(escalation.plan()).isNotNull();
    }

    @Test
    void lateSafetyAnswersAreBounded() {
        // When
        for (int i = 0; i < 300; i++) {
            stalled.then(answer9("late " + i, 1, day(-i), 1));
        }

        // Then
        assertThat(stalled.told(Rule.SAFETY_ANSWER))
                .hasSize(300)
                .allMatch(change -> change.state() == Change.State.RAISED);
        assertThat(stalled.trend().settled.register().escalations).hasSizeLessThanOrEqualTo(260);
        assertThat(stalled.trend().settled.register().closed).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void aReadingWhoseTimeIsCorrectedOutOfReachLeavesItsPlace() {
        // When
        stalled.then(Story.reading("week 6", 2, day(-20), PAIN, 7.0));

        // Then
        assertThat(stalled.toldInShort()).containsExactly("plateau WITHDRAWN 2");
    }

    @Test
    void aReadingThatIsSettledCountsOnceWhateverItsTimeIsCorrectedTo() {
        // Given: it is the baseline
        stalled.then(reading("later", day(200), 7));

        // When
        stalled.then(Story.reading("week 0", 2, day(201), PAIN, 7.0));

        // Then
        assertThat(stalled.reception()).isEqualTo(Reception.TOO_LATE);
    }

    @Test
    void whatIs35DaysLateStillCounts() {
        // When
        stalled.then(reading("late", week(6).minus(EpisodeTrend.LATE), 6));

        // Then
        assertThat(stalled.reception()).isEqualTo(Reception.FOLDED);
    }

    @Test
    void whatComesBeforeItsPlanWaitsForIt() {
        // Given
        var story = new Story().readings(7, 7, 7, 7, 7, 7, 7);
        assertThat(story.reception()).isEqualTo(Reception.WAITS_FOR_PLAN);

        // When
        story.then(signed(plan()));

        // Then
        assertThat(story.toldInShort()).containsExactly("plateau RAISED 1");
        assertThat(story.only())
                .isEqualTo(underPlan().readings(7, 7, 7, 7, 7, 7, 7).only());
    }

    @Test
    void whatWaitsForAPlanIsBounded() {
        // When
        var story = new Story();
        for (int i = 0; i < EpisodeTrend.MOST_FACTS + 10; i++) {
            story.then(reading("n" + i, day(i / 10.0), 7));
        }

        // Then
        assertThat(story.trend().timeline.facts()).hasSize(EpisodeTrend.MOST_FACTS);
    }

    @Test
    void readingsBeforeThePlanIsInForceAreNotItsOwn() {
        // Given
        var story = underPlan().then(reading("before", day(-7), 7)).readings(7, 7, 7, 7, 7, 7);

        // When // Then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void whatIsSettledTakesNoRoom() {
        // When
        var story = underPlan();
        for (int week = 0; week < 200; week++) {
            story.then(reading(week, 3 + week % 2));
        }

        // Then
        assertThat(story.trend().timeline.facts()).hasSizeLessThanOrEqualTo(11);
        assertThat(story.trend().settled.trends().values())
                .allSatisfy(trend -> assertThat(trend.series()).hasSizeLessThanOrEqualTo(7));
    }
}
