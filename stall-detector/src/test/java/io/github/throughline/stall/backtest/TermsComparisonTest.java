package io.github.throughline.stall.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermsComparisonTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ofWhomTheTermsFindSomethingElseIsShownPatientByPatient() throws IOException {
        // Given: one stalls for twenty weeks, one recovers
        var lines = new StringBuilder("patient_id,day,measure,value\n");
        for (int week = 0; week <= 20; week++) {
            lines.append("stalls,%d,NPRS,7\n".formatted(7 * week));
            lines.append("recovers,%d,NPRS,%d\n".formatted(7 * week, Math.max(1, 8 - week)));
        }
        Path histories = Files.writeString(folder.resolve("h.csv"), lines);
        String later = Files.writeString(
                        folder.resolve("later.yaml"), "measures: {NPRS: {plateau: {minimumWeeks: 12}}}")
                .toString();

        // When
        TermsComparison comparison =
                TermsComparison.of(BacktestOptions.of(histories), List.of(TermsComparison.CATALOGUE, later));

        // Then
        assertThat(comparison.differences())
                .containsOnlyKeys("stalls")
                .containsEntry("stalls", List.of("plateau NPRS day 63", "plateau NPRS day 91"));
        assertThat(comparison.lines())
                .contains("Of 1 patients they find the same, of 1 they do not.")
                .anyMatch(line -> line.startsWith("  stalls") && line.endsWith("plateau NPRS day 91"));
    }

    @Test
    void theSameTermsFindTheSame() throws IOException {
        Path histories = Files.writeString(folder.resolve("h.csv"), "patient_id,day,measure,value\na,0,NPRS,7\n");

        assertThat(TermsComparison.of(BacktestOptions.of(histories), List.of("catalogue", "catalogue"))
                        .differences())
                .isEmpty();
    }
}
