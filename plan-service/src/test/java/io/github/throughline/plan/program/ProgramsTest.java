package io.github.throughline.plan.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.measures.MeasureCatalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            assertThat(program.reviewWeeks().source()).isNotBlank();
            assertThat(program.measures())
                    .allSatisfy(m -> assertThat(m.source()).isNotBlank());
        }
    }

    @Test
    void aSiteAddsAProgramByAFile(@TempDir Path folder) throws Exception {
        // Given
        String yaml = new String(
                Programs.class.getResourceAsStream("/programs/neck-pain.yaml").readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("whiplash.yaml"), yaml.replace("id: neck-pain", "id: whiplash"));
        Files.writeString(folder.resolve("notes.txt"), "not a program");

        // When
        var programs = STANDARD.withFolder(folder);

        // Then
        assertThat(programs.program("whiplash")).isPresent();
        assertThat(programs.programs()).hasSize(STANDARD.programs().size() + 1);
    }

    @Test
    void aFileThatIsNoProgramIsNamedWithItsFault(@TempDir Path folder) throws Exception {
        // Given
        Files.writeString(folder.resolve("typo.yaml"), "id: typo\ntitel: Typo\n");

        // Then
        assertThatThrownBy(() -> STANDARD.withFolder(folder))
                .isInstanceOf(InvalidProgram.class)
                .hasMessageContaining("typo.yaml")
                .hasMessageContaining("title");
    }

    @Test
    void everyProgramForeseesANextStepForEveryRule() {
        for (Program program : STANDARD.programs()) {
            assertThat(program.nextSteps())
                    .containsOnlyKeys(
                            "plateau",
                            "regression",
                            "off-track",
                            "side-effect",
                            "adherence",
                            "missed-checkins",
                            "safety-answer");
        }
    }
}
