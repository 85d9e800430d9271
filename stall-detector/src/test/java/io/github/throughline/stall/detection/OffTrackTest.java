package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.expecting;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.terms;
import static io.github.throughline.stall.detection.Story.under;
import static io.github.throughline.stall.detection.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.signedplan.PlannedMeasure.Direction;
import io.github.throughline.stall.detection.Escalation.Resolution;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected are 30 % after 4 weeks and 50 % after 12, with a band of 10 %; the target is 3. */
class OffTrackTest {

    @Test
    void whoIsBelowTheBandTwiceIsOffTrackBeforeAPlateauCanBeTold() {
        // When: the level in weeks 4 and 5 is 9 of 10, expected are 7.0 and 6.75, the band is 1
        var story = onTrackIs(10, 9, 9, 9, 9, 9);

        // Then
        assertThat(story.toldInShort()).containsExactly("off-track RAISED 1");
        Escalation offTrack = story.only();
        assertThat(offTrack.raisedAt()).isEqualTo(week(5));
        assertThat(offTrack.onset()).isEqualTo(week(4));
        assertThat(offTrack.subject()).isEqualTo(PAIN);
        assertThat(offTrack.evidence().margin()).isEqualTo(1);
        assertThat(Recomputation.confirms(Rule.OFF_TRACK, offTrack.evidence())).isTrue();
        assertThat(story.verdicts()).last().isEqualTo("STALLED below-expected-course");
    }

    @Test
    void whoIsWithinTheBandIsOnTrack() {
        // 8 of 10 in week 4: 20 % of the 30 % that are expected
        assertThat(onTrackIs(10, 9, 8, 8, 8, 7.5, 7).told()).isEmpty();
    }

    @Test
    void oneLevelBelowTheBandIsNone() {
        assertThat(onTrackIs(10, 9, 9, 9, 9).told()).isEmpty();
    }

    @Test
    void beforeTheCourseBeginsItIsTooEarly() {
        assertThat(onTrackIs(10, 10, 10, 10).told()).isEmpty();
    }

    @Test
    void whoIsAtTheTargetIsOnTrackWhateverWasExpected() {
        assertThat(onTrackIs(3, 3, 3, 3, 3, 3, 3, 3).told()).isEmpty();
    }

    @Test
    void recoversWhenTheLevelIsSurelyWithinTheBand() {
        // When: in week 8 40 % are expected less 10, and the error of a level is 0.7 points
        var story = onTrackIs(10, 9, 9, 9, 9, 9, 7, 6, 6);

        // Then
        assertThat(story.told(Rule.OFF_TRACK))
                .extracting(Change.EscalationChanged::state)
                .containsExactly(Change.State.RAISED, Change.State.RESOLVED);
        assertThat(story.told(Rule.OFF_TRACK).getLast().escalation().end())
                .isEqualTo(new Escalation.End(Resolution.RECOVERED, week(8)));
    }

    @Test
    void aMeasureOnWhichHigherIsBetterIsExpectedToRise() {
        // Given
        var strength = expecting(terms(PAIN, Direction.HIGHER_IS_BETTER, 40.0, 1));

        // When: from 20 it should be 26 in week 4, less 2
        var story = under(plan(1, Story.START, Map.of(PAIN, strength)));

        // Then
        assertThat(story.readings(20, 20, 21, 21, 21, 21).toldInShort()).containsExactly("off-track RAISED 1");
    }

    @Test
    void withoutACourseInThePlanNothingIsExpected() {
        assertThat(Story.underPlan().readings(10, 9, 9, 9, 9, 9).told()).isEmpty();
    }

    private static Story onTrackIs(double... values) {
        return under(plan(1, Story.START, Map.of(PAIN, expecting(terms(3.0, 1)))))
                .readings(values);
    }
}
