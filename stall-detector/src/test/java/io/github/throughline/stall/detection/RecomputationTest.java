package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.answer9;
import static io.github.throughline.stall.detection.Story.day;
import static io.github.throughline.stall.detection.Story.missed;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.terms;
import static io.github.throughline.stall.detection.Story.under;
import static io.github.throughline.stall.detection.Story.underPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecomputationTest {

    @Test
    void aPlateauIsFoundAgainFromItsEvidenceAlone() {
        // Given
        var plan = plan(1, Story.START, Map.of(PAIN, terms(3.0, 3)));
        var plateau =
                under(plan).readings(7, 7, 6, 7, 7, 6, 7, 7, 7, 6, 7, 7, 6, 7).only();

        // When // Then
        assertThat(Recomputation.confirms(plateau.rule(), plateau.evidence())).isTrue();
    }

    @Test
    void aRegressionIsFoundAgainFromItsEvidenceAlone() {
        // Given
        var regression = underPlan().readings(7, 3, 2, 3, 6, 6).only();

        // When // Then
        assertThat(Recomputation.confirms(regression.rule(), regression.evidence()))
                .isTrue();
    }

    @Test
    void missedCheckinsAreCountedAgain() {
        // Given
        var missed = underPlan().then(missed(1), missed(2)).only();

        // When // Then
        assertThat(Recomputation.confirms(missed.rule(), missed.evidence())).isTrue();
    }

    @Test
    void aSafetyAnswerIsItsOwnEvidence() {
        // Given
        var safety = underPlan().then(answer9("a", 1, day(1), 2)).only();

        // When // Then
        assertThat(Recomputation.confirms(safety.rule(), safety.evidence())).isTrue();
    }

    @Test
    void anAlteredReadingIsSeen() {
        // Given
        var plateau = underPlan().readings(7, 7, 6, 7, 7, 6, 7).only();
        var readings = new ArrayList<>(plateau.evidence().readings());
        var last = readings.removeLast();
        readings.add(new Reading(last.readingId(), last.eventId(), last.at(), 2));

        // When // Then
        assertThat(Recomputation.confirms(plateau.rule(), with(plateau.evidence(), readings)))
                .isFalse();
    }

    @Test
    void aMarginThatIsOverstatedIsSeen() {
        // Given
        var plateau = underPlan().readings(7, 7, 6, 7, 7, 6, 7).only();
        var missed = underPlan().then(missed(1), missed(2)).only();

        // When // Then
        assertThat(Recomputation.confirms(plateau.rule(), stating(plateau.evidence(), 7.0, 2.0)))
                .isFalse();
        assertThat(Recomputation.confirms(missed.rule(), stating(missed.evidence(), null, 1.0)))
                .isFalse();
    }

    @Test
    void aLevelThatWasNeverKeptIsSeen() {
        // Given
        var regression = underPlan().readings(7, 3, 2, 3, 6, 6).only();

        // When // Then
        assertThat(Recomputation.confirms(regression.rule(), stating(regression.evidence(), 2.0, 2.0)))
                .isFalse();
    }

    @Test
    void aSafetyAnswerThatSaysNothingIsNone() {
        // Given
        var said = underPlan().then(answer9("a", 1, day(1), 2)).only();
        var nothing = Evidence.ofSafety(answer9("a", 1, day(1), 0));

        // When // Then
        assertThat(Recomputation.confirms(said.rule(), nothing)).isFalse();
    }

    @Test
    void evidenceWithoutItsThresholdsIsNone() {
        // Given
        var plateau = underPlan().readings(7, 7, 6, 7, 7, 6, 7).only();
        var bare = new Evidence(
                PAIN,
                plateau.evidence().direction(),
                7.0,
                7.0,
                3.0,
                1.0,
                plateau.evidence().readings(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        // When // Then
        assertThatThrownBy(() -> Recomputation.confirms(plateau.rule(), bare))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Evidence stating(Evidence evidence, @Nullable Double baseline, double margin) {
        return new Evidence(
                evidence.measure(),
                evidence.direction(),
                baseline,
                evidence.level(),
                evidence.target(),
                margin,
                evidence.readings(),
                evidence.thresholds(),
                evidence.missedCheckins(),
                evidence.safetyAnswers(),
                evidence.answers());
    }

    private static Evidence with(Evidence evidence, List<Reading> readings) {
        return new Evidence(
                evidence.measure(),
                evidence.direction(),
                evidence.baseline(),
                evidence.level(),
                evidence.target(),
                evidence.margin(),
                readings,
                evidence.thresholds(),
                evidence.missedCheckins(),
                evidence.safetyAnswers(),
                evidence.answers());
    }
}
