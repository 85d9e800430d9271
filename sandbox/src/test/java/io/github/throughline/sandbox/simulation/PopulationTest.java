package io.github.throughline.sandbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final int WEEKS = 16;

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Population.of(7, 40, WEEKS)).isEqualTo(Population.of(7, 40, WEEKS));
        assertThat(Population.of(7, 40, WEEKS)).isNotEqualTo(Population.of(8, 40, WEEKS));
    }

    @Test
    void hasEveryTrajectoryEquallyOften() {
        // When
        var byTrajectory = Population.of(1, 40, WEEKS).patients().stream()
                .collect(Collectors.groupingBy(SimulatedPatient::trajectory, Collectors.counting()));

        // Then
        assertThat(byTrajectory)
                .hasSize(4)
                .allSatisfy((trajectory, count) -> assertThat(count).isEqualTo(10));
    }

    @Test
    void losesASixthToAThirdOfItsPatientsAfterTheSixthWeek() {
        LongStream.range(0, 50).forEach(seed -> {
            // When
            var patients = Population.of(seed, 50, WEEKS).patients();
            var dropOuts =
                    patients.stream().filter(patient -> patient.dropsOut(WEEKS)).toList();

            // Then
            assertThat(dropOuts.size() / 50.0).isBetween(0.16, 0.34);
            assertThat(dropOuts)
                    .allSatisfy(patient -> assertThat(patient.lastWeek()).isGreaterThanOrEqualTo(6));
        });
    }

    @Test
    void losesNobodyInAShortRun() {
        assertThat(Population.of(1, 40, 6).patients()).noneMatch(patient -> patient.dropsOut(6));
    }
}
