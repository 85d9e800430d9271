package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.answered;
import static io.github.throughline.stall.detection.Story.exercised;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.reading;
import static io.github.throughline.stall.detection.Story.signed;
import static io.github.throughline.stall.detection.Story.underPlan;
import static io.github.throughline.stall.detection.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.stall.detection.Escalation.Resolution;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Exercise is planned five times a week; under half of it at three check-ins in a row is not done. */
class AdherenceTest {

    @Test
    void anActivityThatIsNotDoneWhilePainStallsIsRaised() {
        // When
        var story = stalledAndExercising(0, 1, 2);

        // Then
        assertThat(story.toldInShort()).containsExactly("adherence RAISED 1");
        Escalation adherence = story.told().getFirst().escalation();
        assertThat(adherence.subject()).isEqualTo("exercise");
        assertThat(adherence.onset()).isEqualTo(week(7));
        assertThat(adherence.evidence().measure()).isEqualTo(Story.PAIN);
        assertThat(adherence.evidence().answers()).hasSize(3);
        assertThat(Recomputation.confirms(Rule.ADHERENCE, adherence.evidence())).isTrue();
    }

    @Test
    void anActivityThatIsDoneOnceInThreeWeeksByHalfIsDone() {
        assertThat(stalledAndExercising(0, 3, 2).told()).isEmpty();
    }

    @Test
    void whoRecoversWithoutExerciseIsLeftAlone() {
        // When
        var story = underPlan();
        for (int week = 0; week < 12; week++) {
            story.then(reading(week, week < 4 ? 7 - week : 3), answered(week, exercised(0)));
        }

        // Then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void isOverWhenTheActivityIsDoneAgain() {
        // Given
        var story = stalledAndExercising(0, 0, 0).meanwhile();

        // When
        story.then(reading(10, 7), answered(10, exercised(4)));

        // Then
        assertThat(story.toldInShort()).containsExactly("adherence RESOLVED 2");
        assertThat(story.told().getFirst().escalation().end())
                .isEqualTo(new Escalation.End(Resolution.RECOVERED, week(10)));
    }

    @Test
    void isOverWhenNoMeasureStallsAnyMore() {
        // Given
        var story = stalledAndExercising(0, 0, 0).meanwhile();

        // When
        story.then(reading(10, 3), reading(11, 3), answered(11, exercised(0)));

        // Then
        assertThat(story.told(Rule.ADHERENCE))
                .extracting(Change.EscalationChanged::state)
                .containsExactly(Change.State.RESOLVED);
    }

    @Test
    void isOverWhenThePlanDropsTheActivity() {
        // Given
        var story = stalledAndExercising(0, 0, 0).meanwhile();
        PlanTerms first = plan();

        // When
        story.then(signed(new PlanTerms(
                first.planId(),
                2,
                "another digest",
                week(10),
                first.watch(),
                first.checkins(),
                Map.copyOf(first.measures()),
                Set.of("walking"),
                first.nextSteps())));

        // Then
        assertThat(story.told(Rule.ADHERENCE))
                .extracting(change -> change.escalation().end())
                .containsExactly(new Escalation.End(Resolution.PLAN_CHANGED, week(10)));
    }

    /** A plateau of pain in weeks 0 to 9, told of already; exercise in the last weeks. */
    private static Story stalledAndExercising(int... done) {
        var story = underPlan().readings(7, 7, 6, 7, 7, 6, 7).meanwhile();
        for (int week = 7; week < 10; week++) {
            story.then(reading(week, 7), answered(week, exercised(done[week - 7])));
        }
        return story;
    }
}
