package io.github.throughline.stall.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures that the project publishes are those of this build, and keep their gates. */
class AccuracyReportTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "accuracy.md");

    @SuppressWarnings("NullAway.Init") // set before all
    private static AccuracyReport report;

    @BeforeAll
    static void simulate() throws IOException {
        report = AccuracyReport.of(null, null);
        Files.writeString(Path.of("target", "accuracy.md"), report.text());
    }

    @Test
    void everyGateHolds() {
        assertThat(report.gates()).hasSize(6).allMatch(Gate::holds);
    }

    @Test
    void whatIsPublishedIsWhatIsFound() throws IOException {
        String published = Files.readString(PUBLISHED);
        int real = published.indexOf(AccuracyText.REAL_HEADING);
        String simulated = real < 0 ? published : published.substring(0, real);
        assertThat(simulated.strip()).isEqualTo(report.text().strip());
    }

    @Test
    void nothingIsBetterThanTheBestPossible() {
        assertThat(report.cohorts()).allSatisfy(cohort -> {
            double best = cohort.best().sensitivity();
            assertThat(cohort.ours().sensitivity()).isLessThanOrEqualTo(best);
            assertThat(cohort.others().getLast().sensitivity()).isLessThanOrEqualTo(best + 0.01);
        });
    }

    @Test
    void aGateThatIsMissedIsSaid() {
        assertThat(new Gate("sensitivity", 0.94, 0.95, true, 3).holds()).isFalse();
        assertThat(new Gate("alerts", 12.1, 12, false, 1).holds()).isFalse();
    }
}
