package io.github.throughline.plan.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.PlanMovement;
import io.github.throughline.plan.careplan.PlanVersion.State;
import io.github.throughline.signedplan.Goal;
import io.github.throughline.signedplan.PlannedMeasure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant START = Instant.parse("2026-03-02T11:00:00Z");
    private static final LocalDate BY = LocalDate.parse("2026-05-25");
    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");

    @Test
    void aGoalWithoutReadingsHasNone() {
        assertThat(pain(null, TODAY).state()).isEqualTo(GoalProgress.State.NO_READING);
        assertThat(pain(null, TODAY).percent()).isNull();
    }

    @Test
    void theWayIsCountedFromTheFirstReadingUnlessThePlanSaysFromWhere() {
        assertThat(pain(null, TODAY, 7, 5))
                .satisfies(goal -> assertThat(goal.percent()).isEqualTo(50))
                .satisfies(goal -> assertThat(goal.state()).isEqualTo(GoalProgress.State.ON_THE_WAY));
        assertThat(pain(8.0, TODAY, 7, 5).percent()).isEqualTo(60);
        assertThat(pain(null, TODAY, 7, 9).percent()).isZero();
    }

    @Test
    void aGoalIsReachedAtItsTargetAndMissedAfterItsDay() {
        assertThat(pain(null, TODAY, 7, 3).state()).isEqualTo(GoalProgress.State.REACHED);
        assertThat(pain(null, BY, 7, 4).state()).isEqualTo(GoalProgress.State.ON_THE_WAY);
        assertThat(pain(null, BY.plusDays(1), 7, 4).state()).isEqualTo(GoalProgress.State.NOT_REACHED);
        assertThat(pain(null, BY.plusDays(1), 7, 2).state()).isEqualTo(GoalProgress.State.REACHED);
    }

    @Test
    void higherIsBetterCountsTheOtherWayRound() {
        // When
        var goal = GoalProgress.of(
                new Goal("LEFS", 60, BY), planned("LEFS", null), List.of(at(0, "LEFS", 40), at(1, "LEFS", 61)), TODAY);

        // Then
        assertThat(goal.state()).isEqualTo(GoalProgress.State.REACHED);
        assertThat(goal.percent()).isEqualTo(100);
    }

    @Test
    void anActivityThatTwoCheckinsInARowReportAsNotDoneIsNotKept() {
        // Given
        var told = new Adherence(List.of(
                new Adherence.Told(5, "walking", 0, 5),
                new Adherence.Told(5, "exercise", 0, 3),
                new Adherence.Told(4, "walking", 0, 5),
                new Adherence.Told(4, "exercise", 1, 3),
                new Adherence.Told(1, "walking", 5, 5)));

        // Then
        assertThat(told.notDone()).containsExactly("walking");
        assertThat(told.isDone()).isEmpty();
        assertThat(told.kept())
                .containsExactly(
                        new Adherence.Kept("walking", 5, 15, 5, 15), new Adherence.Kept("exercise", 1, 6, 1, 6));
    }

    @Test
    void onlyTheLastFourCheckinsAreRecent() {
        // Given
        var told = new Adherence(IntStream.iterate(6, week -> week >= 0, week -> week - 1)
                .mapToObj(week -> new Adherence.Told(week, "walking", week > 2 ? 5 : 1, 5))
                .toList());

        // Then
        assertThat(told.kept()).containsExactly(new Adherence.Kept("walking", 20, 20, 23, 35));
        assertThat(told.isDone()).containsExactly("walking");
    }

    @Test
    void daysInThePlanLeavePausesOut() {
        // Given
        var movements = List.of(
                movement(1, 1, State.IN_FORCE, 0),
                movement(1, 2, State.PAUSED, 10),
                movement(1, 3, State.IN_FORCE, 14),
                movement(1, 4, State.SUPERSEDED, 20),
                movement(2, 1, State.IN_FORCE, 20),
                movement(2, 2, State.COMPLETED, 30));

        // Then
        assertThat(DaysInPlan.count(movements, day(12))).isEqualTo(10);
        assertThat(DaysInPlan.count(movements, day(25))).isEqualTo(21);
        assertThat(DaysInPlan.count(movements, day(90))).isEqualTo(26);
    }

    private static GoalProgress pain(@Nullable Double baseline, LocalDate today, double... values) {
        var readings = IntStream.range(0, values.length)
                .mapToObj(week -> at(week, "NPRS", values[week]))
                .toList();
        return GoalProgress.of(new Goal("NPRS", 3, BY), planned("NPRS", baseline), readings, today);
    }

    private static PlannedMeasure planned(String measure, @Nullable Double baseline) {
        return DefaultTerms.plannedMeasure(
                MeasureCatalogue.standard().measure(measure).orElseThrow(), 1, baseline);
    }

    private static Reading at(int week, String measure, double value) {
        return new Reading(measure, day(7 * week), value);
    }

    private static PlanMovement movement(int version, int change, State state, int day) {
        return new PlanMovement(version, change, state, day(day), day(day));
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
