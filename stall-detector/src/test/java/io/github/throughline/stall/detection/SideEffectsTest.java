package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.CheckinAnswer.Direction.LESS;
import static io.github.throughline.stall.detection.CheckinAnswer.Direction.MORE;
import static io.github.throughline.stall.detection.CheckinAnswer.Grade.MILD;
import static io.github.throughline.stall.detection.CheckinAnswer.Grade.MODERATE;
import static io.github.throughline.stall.detection.CheckinAnswer.Grade.SEVERE;
import static io.github.throughline.stall.detection.Story.answered;
import static io.github.throughline.stall.detection.Story.says;
import static io.github.throughline.stall.detection.Story.underPlan;
import static io.github.throughline.stall.detection.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Escalation.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two in a row persist; what comes back within 8 weeks returns; two check-ins without it, and it is over. */
class SideEffectsTest {

    @Test
    void aSevereOneIsRaisedAtOnce() {
        // When
        var story = underPlan().then(answered(1, says("nausea", SEVERE)));

        // Then
        assertThat(story.toldInShort()).containsExactly("side-effect RAISED 1");
        Escalation nausea = story.only();
        assertThat(nausea.subject()).isEqualTo("nausea");
        assertThat(nausea.severity()).isEqualTo(Severity.URGENT);
        assertThat(nausea.onset()).isEqualTo(week(1));
        assertThat(Recomputation.confirms(Rule.SIDE_EFFECT, nausea.evidence())).isTrue();
    }

    @Test
    void aModerateOneThatPersistsIsRaised() {
        // Given
        var story = underPlan().then(answered(1, says("nausea", MODERATE)));
        assertThat(story.told()).isEmpty();

        // When
        story.then(answered(2, says("nausea", MODERATE)));

        // Then
        assertThat(story.only().severity()).isEqualTo(Severity.ROUTINE);
        assertThat(story.only().onset()).isEqualTo(week(1));
        assertThat(story.only().evidence().answers()).hasSize(2);
        assertThat(Recomputation.confirms(Rule.SIDE_EFFECT, story.only().evidence()))
                .isTrue();
    }

    @Test
    void aModerateOneThatReturnsIsRaised() {
        // When
        var story = underPlan()
                .then(
                        answered(1, says("nausea", MODERATE)),
                        answered(2),
                        answered(3),
                        answered(4, says("nausea", MODERATE)));

        // Then
        assertThat(story.toldInShort()).containsExactly("side-effect RAISED 1");
        assertThat(story.only().onset()).isEqualTo(week(4));
        assertThat(Recomputation.confirms(Rule.SIDE_EFFECT, story.only().evidence()))
                .isTrue();
    }

    @Test
    void whatComesBackMonthsLaterDoesNotReturn() {
        // When
        var story = underPlan().then(answered(1, says("nausea", MODERATE)), answered(2));

        // Then
        assertThat(story.then(answered(12, says("nausea", MODERATE))).told()).isEmpty();
    }

    @Test
    void aMildOneIsNone() {
        // When
        var story = underPlan();
        for (int week = 1; week < 8; week++) {
            story.then(answered(week, says("nausea", MILD)));
        }

        // Then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void isUrgentWhereItBeganSoonAfterItsMedication() {
        // Given
        var started = new CheckinAnswer(
                2, List.of(), List.of(new CheckinAnswer.MedicationChange("duloxetine", MORE)), List.of());

        // When
        var story = underPlan()
                .then(
                        answered(1, started),
                        answered(2, says("nausea", MODERATE)),
                        answered(3, says("nausea", MODERATE)));

        // Then
        assertThat(story.only().severity()).isEqualTo(Severity.URGENT);
        assertThat(story.only().evidence().answers()).hasSize(3);
        assertThat(Recomputation.confirms(Rule.SIDE_EFFECT, story.only().evidence()))
                .isTrue();
    }

    @Test
    void hasTimeToSubsideAfterItsMedicationWasStopped() {
        // When
        var story =
                underPlan().then(answered(1, says("nausea", MODERATE, LESS)), answered(2, says("nausea", MODERATE)));

        // Then
        assertThat(story.told()).isEmpty();
        assertThat(story.then(answered(3, says("nausea", MODERATE))).toldInShort())
                .containsExactly("side-effect RAISED 1");
    }

    @Test
    void becomesUrgentWhenItBecomesSevere() {
        // When
        var story = underPlan()
                .then(answered(1, says("nausea", MODERATE)), answered(2, says("nausea", MODERATE)))
                .then(answered(3, says("nausea", SEVERE)));

        // Then
        assertThat(story.toldInShort()).containsExactly("side-effect RAISED 1", "side-effect UPDATED 2");
        assertThat(story.only().severity()).isEqualTo(Severity.URGENT);
    }

    @Test
    void isOverAfterTwoCheckinsWithoutIt() {
        // When
        var story =
                underPlan().then(answered(1, says("nausea", SEVERE)), answered(2), answered(3, says("nausea", MILD)));

        // Then
        assertThat(story.only().end()).isEqualTo(new Escalation.End(Resolution.RECOVERED, week(3)));
    }

    @Test
    void aCorrectionThatTakesItBackWithdrawsIt() {
        // Given
        var story = underPlan().then(answered(1, says("nausea", SEVERE)));
        var first = answered(1, says("nausea", SEVERE));

        // When
        story.then(new Fact.CheckinStands(
                first.at(),
                first.checkinId(),
                3,
                first.state(),
                new CheckinAnswer(3, List.of(), List.of(), List.of())));

        // Then
        assertThat(story.toldInShort()).containsExactly("side-effect RAISED 1", "side-effect WITHDRAWN 2");
    }

    @Test
    void eachTermIsAStallOfItsOwn() {
        // When
        var story = underPlan().then(answered(1, says("nausea", SEVERE)), answered(2, says("rash", SEVERE)));

        // Then
        assertThat(story.told())
                .extracting(change -> change.escalation().subject())
                .containsExactly("nausea", "rash");
    }
}
