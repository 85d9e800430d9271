package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.CheckinAnswer.Grade.MODERATE;
import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.answer9;
import static io.github.throughline.stall.detection.Story.answered;
import static io.github.throughline.stall.detection.Story.day;
import static io.github.throughline.stall.detection.Story.exercised;
import static io.github.throughline.stall.detection.Story.expecting;
import static io.github.throughline.stall.detection.Story.missed;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.reading;
import static io.github.throughline.stall.detection.Story.says;
import static io.github.throughline.stall.detection.Story.terms;
import static io.github.throughline.stall.detection.Story.under;
import static io.github.throughline.stall.detection.Story.underPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.stall.explain.Explanation;
import io.github.throughline.stall.explain.ToldEscalation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An escalation of each rule in plain words, each confirmed from itself alone. */
class ExplanationTest {

    @Test
    void aPlateau() {
        assertThat(explained(underPlan().readings(7, 7, 6, 7, 7, 6, 7)))
                .contains(
                        "Plateau, NPRS: raised 13 Apr 2026, begun 16 Mar 2026; open",
                        "NPRS 7, 6, 7, 7, 6, 7 over 6 weeks.",
                        "From 7 at the baseline to a level of 7 now, the median of the last three: no change.",
                        "off the target of 3",
                        "●",
                        "target 3",
                        "By version 1 of plan");
    }

    @Test
    void aRegression() {
        assertThat(explained(underPlan().readings(7, 3, 2, 3, 6, 6)))
                .contains("NPRS had held 3.", "NPRS 6, 6 over 1 week.", "worse than that by more than");
    }

    @Test
    void offTrack() {
        assertThat(explained(under(plan(1, Story.START, Map.of(PAIN, expecting(terms(3.0, 1)))))
                        .readings(10, 9, 9, 9, 9, 9)))
                .contains("1 point better", "30 % of the baseline better in week 4", "by 1 point more");
    }

    @Test
    void aSideEffect() {
        assertThat(explained(
                        underPlan().then(answered(1, says("nausea", MODERATE)), answered(2, says("nausea", MODERATE)))))
                .contains("Side effect, Nausea", "9 Mar 2026: moderate", "16 Mar 2026: moderate", "after 2 in a row");
    }

    @Test
    void adherence() {
        var story = underPlan().readings(7, 7, 6, 7, 7, 6, 7).meanwhile();
        for (int week = 7; week < 10; week++) {
            story.then(reading(week, 7), answered(week, exercised(0)));
        }
        assertThat(explained(story)).contains("done 0 of 5 times", "Less than 50 % of the planned times in 3 in a row");
    }

    @Test
    void missedCheckins() {
        assertThat(explained(underPlan().then(missed(1), missed(2))))
                .contains("2 check-ins in a row were not answered; from 2 on somebody is told.");
    }

    @Test
    void aSafetyAnswer() {
        assertThat(explained(underPlan().then(answer9("a", 1, day(1), 2)))).contains("Item 9 was answered 2;");
    }

    @Test
    void whatItsEvidenceDoesNotGiveIsSaid() {
        // Given
        var plateau = told(underPlan().readings(7, 7, 6, 7, 7, 6, 7));
        var evidence = plateau.evidence();
        var overstated = new Evidence(
                PAIN,
                evidence.direction(),
                evidence.baseline(),
                evidence.level(),
                evidence.target(),
                9.0,
                evidence.readings(),
                evidence.thresholds(),
                List.of(),
                List.of(),
                List.of());

        // When // Then
        assertThat(String.join("\n", Explanation.of(with(plateau, overstated)))).contains("NOT CONFIRMED");
    }

    private static String explained(Story story) {
        ToldEscalation told = told(story);
        assertThat(told.isConfirmed()).isTrue();
        return String.join("\n", Explanation.of(told));
    }

    private static ToldEscalation told(Story story) {
        Escalation escalation = story.told().getFirst().escalation();
        Escalation.PlanRef plan = escalation.plan();
        return new ToldEscalation(
                escalation.id().value(),
                escalation.rule(),
                escalation.rule().version(),
                escalation.subject(),
                escalation.severity().name(),
                "RAISED",
                escalation.onset(),
                escalation.raisedAt(),
                plan == null ? null : new ToldEscalation.Plan(plan.planId(), plan.version(), plan.digest()),
                escalation.nextStep(),
                escalation.evidence());
    }

    private static ToldEscalation with(ToldEscalation told, Evidence evidence) {
        return new ToldEscalation(
                told.id(),
                told.rule(),
                told.ruleVersion(),
                told.subject(),
                told.severity(),
                told.state(),
                told.onsetAt(),
                told.raisedAt(),
                told.plan(),
                told.nextStep(),
                evidence);
    }
}
