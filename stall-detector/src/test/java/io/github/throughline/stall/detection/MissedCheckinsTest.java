package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.answered;
import static io.github.throughline.stall.detection.Story.answeredLate;
import static io.github.throughline.stall.detection.Story.day;
import static io.github.throughline.stall.detection.Story.due;
import static io.github.throughline.stall.detection.Story.missed;
import static io.github.throughline.stall.detection.Story.missedAgain;
import static io.github.throughline.stall.detection.Story.passed;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.stands;
import static io.github.throughline.stall.detection.Story.under;
import static io.github.throughline.stall.detection.Story.underPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.SideEffectTerms;
import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Fact.PlanState;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissedCheckinsTest {

    @Test
    void raisesWhenAsManyInARowAreMissedAsThePlanTolerates() {
        // When
        var story = underPlan().then(answered(0), missed(1), missed(2), missed(3));

        // Then
        assertThat(story.toldInShort()).containsExactly("missed-checkins RAISED 1");
        assertThat(story.only().raisedAt()).isEqualTo(missed(2).at());
        assertThat(story.only().onset()).isEqualTo(missed(1).at());
        assertThat(story.only().subject()).isEqualTo("checkins");
    }

    @Test
    void anAnswerBetweenTwoMissesBreaksTheRow() {
        assertThat(underPlan().then(missed(1), answered(2), missed(3)).told()).isEmpty();
    }

    @Test
    void carriesTheMissedOnes() {
        // When
        var evidence = underPlan().then(missed(1), missed(2)).only().evidence();

        // Then
        assertThat(evidence.missedCheckins())
                .isEqualTo(List.of(missed(1).aggregate(), missed(2).aggregate()));
        assertThat(evidence.margin()).isEqualTo(0);
        assertThat(evidence.thresholds())
                .containsExactly(new Limit("missedTolerance", 2, Limit.Unit.COUNT, "the plan"));
    }

    @Test
    void anAnswerEndsTheSilence() {
        // When
        var story = underPlan().then(missed(1), missed(2), answered(3));

        // Then
        assertThat(story.toldInShort()).containsExactly("missed-checkins RAISED 1", "missed-checkins RESOLVED 2");
        assertThat(story.only().end())
                .isEqualTo(new Escalation.End(Resolution.RECOVERED, answered(3).at()));
    }

    @Test
    void aLateSubmissionTakesTheMissBack() {
        // When
        var story = underPlan().then(missed(1), missed(2), answeredLate(2, day(20)));

        // Then
        assertThat(story.toldInShort()).containsExactly("missed-checkins RAISED 1", "missed-checkins WITHDRAWN 2");
        assertThat(story.trend().escalations()).isEmpty();
    }

    @Test
    void anAnswerThatWasObservedBeforeItsMissKeepsItTakenBack() {
        // Given: every four weeks, and the answer of day 28 comes when it has been missed
        var story = underPlan().then(missed(4), answeredLate(4, day(28.5)), missed(8));

        // When: the answer is settled earlier than its miss
        story.then(passed(day(79)), missed(12));

        // Then
        assertThat(story.toldInShort()).containsExactly("missed-checkins RAISED 1");
        assertThat(story.only().raisedAt()).isEqualTo(missed(12).at());
        assertThat(story.only().evidence().missedCheckins())
                .containsExactly(missed(8).aggregate(), missed(12).aggregate());
    }

    @Test
    void aPlanCanTolerateHalfAYear() {
        // Given
        var patient = under(tolerating(26));

        // When
        for (int week = 1; week <= 26; week++) {
            patient.then(missed(week));
        }

        // Then
        assertThat(patient.only().raisedAt()).isEqualTo(missed(26).at());
        assertThat(patient.only().evidence().missedCheckins()).hasSize(26);
    }

    @Test
    void missesBeforeAndAfterAPauseAreNotInARow() {
        // When
        var story = underPlan()
                .then(missed(1), stands(plan(), 2, PlanState.PAUSED, day(14)), missed(2))
                .then(stands(plan(), 3, PlanState.IN_FORCE, day(60)), missed(9));

        // Then
        assertThat(story.told()).isEmpty();
        assertThat(story.then(missed(10)).toldInShort()).containsExactly("missed-checkins RAISED 1");
    }

    private static PlanTerms tolerating(int missed) {
        PlanTerms plan = plan();
        return new PlanTerms(
                plan.planId(),
                plan.version(),
                plan.digest(),
                plan.effectiveFrom(),
                plan.watch(),
                new CheckinTerms(
                        3,
                        24,
                        missed,
                        new SideEffectTerms(2, 8, 4, 2, "the plan"),
                        new AdherenceTerms(3, 50, "the plan"),
                        "the plan"),
                plan.measures(),
                plan.activities(),
                plan.nextSteps());
    }

    @Test
    void aSubmissionMonthsLateEndsTheSilenceButTakesNothingBack() {
        // When
        var story = underPlan().then(missed(1), missed(2), answeredLate(2, day(60)));

        // Then
        assertThat(story.toldInShort()).containsExactly("missed-checkins RAISED 1", "missed-checkins RESOLVED 2");
    }

    @Test
    void aCorrectionOfAnAnswerAnswersNothingAgain() {
        // When
        var story = underPlan().then(answered(1), missed(2), missed(3), answeredLate(1, day(30)));

        // Then
        assertThat(story.only().isOpen()).isTrue();
    }

    @Test
    void anOutageThatBecomesKnownLateTakesTheMissBack() {
        // When
        var story = underPlan().then(missed(1), missed(2), due(2, 4, day(20)));

        // Then
        assertThat(story.toldInShort()).containsExactly("missed-checkins RAISED 1", "missed-checkins WITHDRAWN 2");
    }

    @Test
    void theGraceThatRanBeforeTheMissTakesNothingBack() {
        // When
        var story = underPlan().then(missed(1), due(2, 2, day(17)), missed(2));

        // Then
        assertThat(story.toldInShort()).containsExactly("missed-checkins RAISED 1");
    }

    @Test
    void whatIsMissedAgainAfterTheLongerGraceCountsAgain() {
        // When
        var story = underPlan().then(missed(1), missed(2), due(2, 4, day(20)), missedAgain(2, 5, day(22)));

        // Then
        assertThat(story.toldInShort())
                .containsExactly("missed-checkins RAISED 1", "missed-checkins WITHDRAWN 2", "missed-checkins RAISED 3");
        assertThat(story.only().raisedAt()).isEqualTo(day(22));
    }
}
