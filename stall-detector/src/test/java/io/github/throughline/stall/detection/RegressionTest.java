package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.decided;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.reading;
import static io.github.throughline.stall.detection.Story.terms;
import static io.github.throughline.stall.detection.Story.under;
import static io.github.throughline.stall.detection.Story.underPlan;
import static io.github.throughline.stall.detection.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Escalation.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegressionTest {

    @Test
    void raisesARegressionOnceItIsConfirmed() {
        // When
        var story = underPlan().readings(4, 3, 2, 3, 6, 6, 6);

        // Then
        assertThat(story.told(Rule.REGRESSION)).hasSize(1);
        assertThat(story.told(Rule.REGRESSION).getFirst().escalation().raisedAt())
                .isEqualTo(week(5));
        assertThat(story.told(Rule.REGRESSION).getFirst().escalation().onset()).isEqualTo(week(4));
    }

    @Test
    void needsNoMinimumOfWeeks() {
        assertThat(underPlan().readings(2, 2, 2, 5, 5).toldInShort()).containsExactly("regression RAISED 1");
    }

    @Test
    void oneBadReadingIsNone() {
        assertThat(underPlan().readings(7, 3, 2, 3, 8, 3, 3, 3).told()).isEmpty();
    }

    @Test
    void aChangeWithinTheErrorIsNone() {
        assertThat(underPlan().readings(7, 3, 3, 3, 5, 5, 5, 5).told(Rule.REGRESSION))
                .isEmpty();
    }

    @Test
    void aLevelThatWasNotSustainedIsNotLost() {
        // 1 was a single good reading; three in a row kept 4 at best.
        assertThat(underPlan().readings(4, 1, 4, 4, 5, 5, 5).told(Rule.REGRESSION))
                .isEmpty();
    }

    @Test
    void isUrgentWhereTheChangeMattersToPatients() {
        // The error is 2, the important change is 3.
        assertThat(underPlan().readings(3, 3, 3, 5.5, 5.5).only().severity()).isEqualTo(Severity.ROUTINE);
        assertThat(underPlan().readings(3, 3, 3, 7, 7).only().severity()).isEqualTo(Severity.URGENT);
    }

    @Test
    void becomesUrgentWhenItComesToMatterToPatients() {
        // When
        var told = underPlan().readings(3, 3, 3, 5.5, 5.5, 10, 10, 10, 10).told(Rule.REGRESSION);

        // Then
        assertThat(told)
                .extracting(c -> c.state() + " " + c.escalation().severity())
                .containsExactly("RAISED ROUTINE", "UPDATED URGENT");
        Escalation urgent = told.getLast().escalation();
        assertThat(urgent.id()).isEqualTo(told.getFirst().escalation().id());
        assertThat(urgent.raisedAt()).isEqualTo(week(4));
        assertThat(urgent.onset()).isEqualTo(week(3));
        assertThat(urgent.evidence().margin()).isEqualTo(5);
        assertThat(urgent.evidence().readings()).extracting(Reading::at).endsWith(week(5), week(6));
        assertThat(Recomputation.confirms(Rule.REGRESSION, urgent.evidence())).isTrue();
    }

    @Test
    void aWatchPeriodDoesNotHoldBackWhatIsWorseThanWhatWasDecidedOn() {
        // Given
        var story = underPlan().readings(3, 3, 3, 5.5, 5.5);
        story.then(decided(story.only(), week(4).plusSeconds(60))).meanwhile();

        // When
        story.then(reading(5, 5.5)).then(reading(6, 9), reading(7, 9));

        // Then
        assertThat(story.told(Rule.REGRESSION))
                .extracting(c -> c.state() + " " + c.escalation().severity())
                .containsExactly("RAISED URGENT");
        assertThat(story.told(Rule.REGRESSION).getFirst().escalation().raisedAt())
                .isEqualTo(week(7));
    }

    @Test
    void aWatchPeriodHoldsBackWhatWasUrgentWhenItWasDecidedOn() {
        // Given
        var story = underPlan().readings(3, 3, 3, 9, 9);
        story.then(decided(story.only(), week(4).plusSeconds(60))).meanwhile();

        // When // Then
        assertThat(story.then(reading(5, 9), reading(6, 9), reading(7, 9)).told(Rule.REGRESSION))
                .isEmpty();
    }

    @Test
    void whereThreeConfirmTwoMuchWorseOnesDoSo() {
        // The error is 2: beyond 3 is much worse.
        assertThat(regression(3, 3, 3, 3, 5.5, 5.5)).isEmpty();
        assertThat(regression(3, 3, 3, 3, 5.5, 5.5, 5.5)).containsExactly(week(6));
        assertThat(regression(3, 3, 3, 3, 6.5, 6.5)).containsExactly(week(5));
    }

    @Test
    void whereThreeConfirmTwoThatLieThreeWeeksApartDoSo() {
        // When
        var story = confirmedByThree(3, 3, 3).then(reading(6, 5.5), reading(9, 5.5));

        // Then
        Escalation regression = story.told(Rule.REGRESSION).getFirst().escalation();
        assertThat(regression.raisedAt()).isEqualTo(week(9));
        assertThat(Recomputation.confirms(Rule.REGRESSION, regression.evidence()))
                .isTrue();
    }

    private static List<Instant> regression(double... values) {
        return confirmedByThree(values).told(Rule.REGRESSION).stream()
                .map(change -> change.escalation().raisedAt())
                .toList();
    }

    private static Story confirmedByThree(double... values) {
        return under(plan(1, Story.START, Map.of(PAIN, Story.confirmedBy(3, terms(3.0, 1)))))
                .readings(values);
    }

    @Test
    void carriesTheLevelThatWasLostAndTheReadingsThatConfirmIt() {
        // When
        var evidence = underPlan().readings(7, 3, 2, 3, 6, 6).only().evidence();

        // Then
        assertThat(evidence.baseline()).isEqualTo(3);
        assertThat(evidence.level()).isEqualTo(6);
        assertThat(evidence.margin()).isEqualTo(1);
        assertThat(evidence.readings()).extracting(Reading::value).containsExactly(3.0, 2.0, 3.0, 6.0, 6.0);
    }

    @Test
    void recoversWhenTheLevelIsSurelyBack() {
        // When
        var story = underPlan().readings(9, 3, 3, 3, 6, 6, 4, 4, 4);

        // Then
        assertThat(story.told(Rule.REGRESSION))
                .extracting(Change.EscalationChanged::state)
                .containsExactly(Change.State.RAISED, Change.State.RESOLVED);
        assertThat(story.only().end()).isEqualTo(new Escalation.End(Resolution.RECOVERED, week(7)));
    }

    @Test
    void whoGetsWorseFromTheStartIsFoundAgainstTheBaseline() {
        // When
        var story = underPlan().readings(4, 7, 7, 7);

        // Then
        assertThat(story.toldInShort()).containsExactly("regression RAISED 1");
        assertThat(story.only().raisedAt()).isEqualTo(week(3));
        assertThat(story.only().evidence().baseline()).isEqualTo(4);
        assertThat(story.only().evidence().readings()).hasSize(4);
    }

    @Test
    void aBaselineIsOneReadingSoTwoDoNotRefuteIt() {
        assertThat(underPlan().readings(4, 7, 7, 5, 7, 7).told(Rule.REGRESSION)).isEmpty();
    }
}
