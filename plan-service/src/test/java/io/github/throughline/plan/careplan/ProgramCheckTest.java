package io.github.throughline.plan.careplan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.program.InvalidProgram;
import io.github.throughline.plan.program.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a site's own program must hold, so that plans can be drafted from it. */
class ProgramCheckTest {

    @TempDir
    private Path folder;

    @Test
    void aPatternThatIsRenamedIsAProgram() throws IOException {
        site("id: neck-pain", "id: whiplash");

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "off-track:, off-trak:, 'nextSteps: no step is foreseen for off-track'",
        "measure: NPRS, measure: PAIN, measures",
        "kind: EDUCATION, kind: LECTURE, LECTURE"
    })
    void aProgramThatNoPlanCanComeFromEndsTheStartWithItsFault(String what, String with, String fault)
            throws IOException {
        site(what, with);

        assertThatThrownBy(this::start)
                .isInstanceOf(InvalidProgram.class)
                .hasMessageContaining("neck-pain")
                .hasMessageContaining(fault);
    }

    private void start() {
        new ProgramCheck(Programs.standard().withFolder(folder), MeasureCatalogue.standard());
    }

    private void site(String what, String with) throws IOException {
        try (var pattern = Objects.requireNonNull(Programs.class.getResourceAsStream("/programs/neck-pain.yaml"))) {
            String yaml = new String(pattern.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("neck-pain.yaml"), yaml.replace(what, with));
        }
    }
}
