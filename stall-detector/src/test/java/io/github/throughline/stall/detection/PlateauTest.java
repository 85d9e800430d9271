package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.reading;
import static io.github.throughline.stall.detection.Story.terms;
import static io.github.throughline.stall.detection.Story.under;
import static io.github.throughline.stall.detection.Story.underPlan;
import static io.github.throughline.stall.detection.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.signedplan.PlannedMeasure.Direction;
import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Escalation.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlateauTest {

    @Test
    void raisesAPlateauOnce() {
        // When
        var story = underPlan().readings(7, 7, 6, 7, 7, 6, 7, 7, 7, 6);

        // Then
        assertThat(story.toldInShort()).containsExactly("plateau RAISED 1");
        assertThat(story.only().raisedAt()).isEqualTo(week(6));
        assertThat(story.only().severity()).isEqualTo(Severity.ROUTINE);
        assertThat(story.only().ordinal()).isEqualTo(1);
    }

    @Test
    void isSilentWhileItIsTooEarly() {
        assertThat(underPlan().readings(7, 7, 7, 7, 7, 7).told()).isEmpty();
    }

    @Test
    void tooFewReadingsSayNothing() {
        // When
        var story = underPlan().then(reading(0, 7), reading(5, 7), reading(9, 7));

        // Then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void isSilentAtTheTarget() {
        assertThat(underPlan().readings(4, 4, 3, 3, 3, 3, 3, 3, 3).told()).isEmpty();
    }

    @Test
    void isSilentWhereTheLevelIsNotSurelyOffTheTarget() {
        // The error of a level is 2 / 2.77 = 0.72 points: 3.7 can be 3.
        assertThat(underPlan().readings(4, 4, 4, 3.7, 3.7, 3.7, 3.7, 3.7).told())
                .isEmpty();
    }

    @Test
    void isSilentAfterAResponse() {
        // 30 % of 8 is 2.4.
        assertThat(underPlan().readings(8, 7, 6, 5, 5, 5, 5, 5, 5, 5).told()).isEmpty();
    }

    @Test
    void isSilentWhileProgressIsUnderWay() {
        // A late responder: 0.3 points a week are more than 1 point in the window of four weeks.
        assertThat(underPlan()
                        .readings(8, 8, 8, 7.7, 7.4, 7.1, 6.8, 6.5, 6.2, 5.9, 5.5)
                        .told())
                .isEmpty();
    }

    @Test
    void progressIsSeenAcrossMissedWeeks() {
        // A point in two weeks; with weeks 3 and 5 missing the window of four weeks has three readings.
        assertThat(underPlan()
                        .then(reading(0, 10), reading(1, 9.5), reading(2, 9), reading(4, 8), reading(6, 7.2))
                        .told())
                .isEmpty();
    }

    @Test
    void progressIsSeenInFewReadings() {
        assertThat(underPlan()
                        .then(reading(0, 10), reading(2, 9), reading(4, 8), reading(6, 7.4))
                        .told())
                .isEmpty();
    }

    @Test
    void noProgressIsSeenInFewReadingsToo() {
        assertThat(underPlan()
                        .then(reading(0, 7), reading(3, 7), reading(6, 7), reading(9, 7))
                        .toldInShort())
                .containsExactly("plateau RAISED 1");
    }

    @Test
    void beginsAfterWhatWasStillGood() {
        // When: well until week 7
        var story = underPlan().readings(8, 7, 6, 4, 3, 3, 3, 3, 8, 8);

        // Then
        assertThat(story.told(Rule.PLATEAU)).isEmpty();
        story.then(reading(10, 8));
        assertThat(story.told(Rule.PLATEAU).getFirst().escalation().onset()).isEqualTo(week(8));
    }

    @Test
    void waitsUntilItIsConfirmed() {
        // When
        var story = under(plan(1, Story.START, Map.of(PAIN, terms(3.0, 2)))).readings(7, 7, 7, 7, 7, 7, 7, 7);

        // Then
        assertThat(story.only().raisedAt()).isEqualTo(week(7));
    }

    @Test
    void holdsWithoutATarget() {
        // When
        var story = under(plan(1, Story.START, Map.of(PAIN, terms(null, 1)))).readings(2, 2, 2, 2, 2, 2, 2);

        // Then
        assertThat(story.toldInShort()).containsExactly("plateau RAISED 1");
        assertThat(story.only().evidence().target()).isNull();
    }

    @Test
    void knowsScalesOnWhichHigherIsBetter() {
        // Given
        var function = terms(PAIN, Direction.HIGHER_IS_BETTER, 60.0, 1);

        // When
        var flat = under(plan(1, Story.START, Map.of(PAIN, function))).readings(40, 40, 41, 40, 40, 41, 40);
        var better = under(plan(1, Story.START, Map.of(PAIN, function))).readings(40, 44, 48, 52, 56, 60, 60);

        // Then
        assertThat(flat.toldInShort()).containsExactly("plateau RAISED 1");
        assertThat(flat.only().evidence().level()).isEqualTo(40);
        assertThat(better.told()).isEmpty();
    }

    @Test
    void carriesAllThatItRestsOn() {
        // When
        var escalation = underPlan().readings(7, 7, 6, 7, 7, 6, 7).only();

        // Then
        var evidence = escalation.evidence();
        assertThat(evidence.measure()).isEqualTo(PAIN);
        assertThat(evidence.baseline()).isEqualTo(7);
        assertThat(evidence.level()).isEqualTo(7);
        assertThat(evidence.target()).isEqualTo(3);
        assertThat(evidence.margin()).isEqualTo(1);
        assertThat(evidence.readings())
                .extracting(Reading::at)
                .containsExactly(week(0), week(2), week(3), week(4), week(5), week(6));
        assertThat(evidence.thresholds())
                .contains(new Limit("response", 30, Limit.Unit.PERCENT, "IMMPACT"))
                .extracting(Limit::name)
                .containsExactly(
                        "measurementError",
                        "importantChange",
                        "response",
                        "progress",
                        "minimumWeeks",
                        "minimumReadings",
                        "windowWeeks",
                        "confirmingReadings");
        assertThat(escalation.plan()).isEqualTo(Escalation.PlanRef.of(plan()));
        assertThat(escalation.nextStep()).isEqualTo("bring-physician-back");
    }

    @Test
    void beginsWhereTheWindowWithoutProgressBegins() {
        assertThat(underPlan().readings(7, 7, 6, 7, 7, 6, 7).only().onset()).isEqualTo(week(2));
    }

    @Test
    void recoversAtTheTarget() {
        // When
        var story = underPlan().readings(5, 5, 5, 5, 5, 5, 5, 3, 3);

        // Then
        assertThat(story.toldInShort()).containsExactly("plateau RAISED 1", "plateau RESOLVED 2");
        assertThat(story.only().end()).isEqualTo(new Escalation.End(Resolution.RECOVERED, week(8)));
    }

    @Test
    void aBareResponseIsNoRecovery() {
        // 30 % of 8 is 2.4, recovery must pass it by the error of 0.72: a level of 5.4 does not, 4.8 does.
        var bare = underPlan().readings(8, 8, 8, 8, 8, 8, 8, 5.4, 5.4, 5.4);
        var sure = underPlan().readings(8, 8, 8, 8, 8, 8, 8, 4.8, 4.8, 4.8);

        assertThat(bare.only().isOpen()).isTrue();
        assertThat(sure.only().isOpen()).isFalse();
    }

    @Test
    void aSecondOneHasTheNextNumber() {
        // When
        var story = underPlan().readings(5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 5, 5, 5, 5, 5);

        // Then
        assertThat(story.told(Rule.PLATEAU))
                .extracting(c -> c.state() + " " + c.escalation().ordinal())
                .containsExactly("RAISED 1", "RESOLVED 1", "RAISED 2");
        assertThat(story.told(Rule.PLATEAU).getLast().escalation().id())
                .isEqualTo(EscalationId.of(Story.EPISODE, Rule.PLATEAU, PAIN, 2));
    }
}
