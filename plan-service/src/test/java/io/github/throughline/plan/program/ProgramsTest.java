package io.github.throughline.plan.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.measures.MeasureCatalogue;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    private static final Programs STANDARD = Programs.standard();

    @Test
    void theFourProgramsAreThere() {
        assertThat(STANDARD.programs())
                .extracting(Program::id)
                .containsExactly("depression", "knee-osteoarthritis", "low-back-pain", "neck-pain");
    }

    @Test
    void everyMeasureOfAProgramIsInTheCatalogue() {
        var catalogue = MeasureCatalogue.standard();

        for (Program program : STANDARD.programs()) {
            assertThat(program.measures())
                    .isNotEmpty()
                    .allSatisfy(m -> assertThat(catalogue.measure(m.measure())).isPresent());
        }
    }

    @Test
    void everyDefaultOfAProgramHasASource() {
        for (Program program : STANDARD.programs()) {
            assertThat(program.checkins().source()).isNotBlank();
            assertThat(program.watchWeeks().source()).isNotBlank();
            assertThat(program.goalWeeks().source()).isNotBlank();
            assertThat(program.measures())
                    .allSatisfy(m -> assertThat(m.source()).isNotBlank());
        }
    }

    @Test
    void everyProgramForeseesANextStepForEveryRule() {
        for (Program program : STANDARD.programs()) {
            assertThat(program.nextSteps())
                    .containsOnlyKeys("plateau", "regression", "missed-checkins", "safety-answer");
        }
    }
}
