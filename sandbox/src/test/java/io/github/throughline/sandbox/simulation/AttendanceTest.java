package io.github.throughline.sandbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private static final Instant OPENS = Instant.parse("2026-03-02T00:00:00Z");

    private final Population population = Population.of(5, 40, 16);

    @Test
    void mostAnswersComeWithinTheWindowSomeLateAndSomeNever() {
        // When
        var patient = population.patients().stream()
                .filter(p -> !p.dropsOut(16))
                .findFirst()
                .orElseThrow();
        var answers = IntStream.range(1, 400)
                .mapToObj(week -> Attendance.answerAt(5, patient, window(week)))
                .toList();
        long inTime = answers.stream()
                .flatMap(answer -> answer.stream())
                .filter(at -> at.isBefore(OPENS.plus(Duration.ofDays(3))))
                .count();
        long never = answers.stream().filter(answer -> answer.isEmpty()).count();
        long late = answers.size() - inTime - never;

        // Then
        assertThat(inTime / 399.0).isBetween(0.84, 0.94);
        assertThat(never).isPositive();
        assertThat(late).isPositive();
    }

    @Test
    void aDropOutAnswersNoMore() {
        var dropOut = population.patients().stream()
                .filter(p -> p.dropsOut(16))
                .findFirst()
                .orElseThrow();
        assertThat(Attendance.answerAt(5, dropOut, window(dropOut.lastWeek() + 1)))
                .isEmpty();
    }

    @Test
    void theFirstCheckInIsNeverMissed() {
        assertThat(population.patients())
                .allSatisfy(patient ->
                        assertThat(Attendance.answerAt(5, patient, window(0))).isPresent());
    }

    private static Window window(int week) {
        return new Window(week, OPENS, OPENS.plus(Duration.ofDays(3)), OPENS.plus(Duration.ofDays(4)));
    }
}
