package io.github.throughline.stall.backtest;

import static io.github.throughline.stall.backtest.BacktestFiles.FLAT;
import static io.github.throughline.stall.backtest.BacktestFiles.WELL;
import static io.github.throughline.stall.backtest.BacktestFiles.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.stall.detection.Reading;
import io.github.throughline.stall.detection.Recomputation;
import io.github.throughline.stall.detection.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class BacktestTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private BacktestFiles files;

    @BeforeEach
    void open() {
        files = new BacktestFiles(folder);
    }

    @Test
    void findsWhoStallsAndNotWhoRecovers() throws IOException {
        // When
        var result = files.run(FLAT + WELL);

        // Then
        assertThat(result.escalations()).hasSize(1);
        var plateau = result.escalations().getFirst();
        assertThat(plateau.patient()).isEqualTo("flat");
        assertThat(plateau.rule()).isEqualTo("plateau");
        assertThat(plateau.measure()).isEqualTo("BDI");
        assertThat(plateau.raisedAtDay()).isEqualTo(42);
        assertThat(plateau.onsetDay()).isEqualTo(14);
        assertThat(plateau.state()).isEqualTo("RAISED");
        assertThat(plateau.endedAtDay()).isNull();
        assertThat(plateau.severity()).isEqualTo("ROUTINE");
        assertThat(plateau.evidence().target()).isEqualTo(9);
        assertThat(Recomputation.confirms(Rule.PLATEAU, plateau.evidence())).isTrue();
    }

    @Test
    void reportCountsPatientsAndEscalations() throws IOException {
        // When
        var report = files.run(FLAT + WELL).report();

        // Then
        assertThat(report.patients()).isEqualTo(2);
        assertThat(report.readings()).isEqualTo(20);
        assertThat(report.escalations().total()).isEqualTo(1);
        assertThat(report.escalations().byRule()).containsEntry("plateau", 1);
        assertThat(report.alertsPer100()).isEqualTo(50);
        assertThat(report.raised()).isNull();
    }

    @Test
    void badLinesAreReportedWithNumberAndReasonAndTheRestGoesOn() throws IOException {
        // When
        var result = files.run(FLAT + """
            flat,x,BDI,25
            flat,77,XYZ,25
            flat,77,BDI,64
            flat,77,BDI,25.5
            flat,77,BDI,many
            flat,77,BDI,
            ,77,BDI,25
            flat,,BDI,25
            flat,77
            """);

        // Then
        assertThat(result.isClean()).isFalse();
        assertThat(result.report().rejectedLines()).isEqualTo(9);
        assertThat(result.report().rejections())
                .containsExactly(
                        new RejectedLine("histories.csv", 12, "bad-day"),
                        new RejectedLine("histories.csv", 13, "unknown-measure"),
                        new RejectedLine("histories.csv", 14, "impossible-value"),
                        new RejectedLine("histories.csv", 15, "impossible-value"),
                        new RejectedLine("histories.csv", 16, "bad-value"),
                        new RejectedLine("histories.csv", 17, "missing-value"),
                        new RejectedLine("histories.csv", 18, "missing-patient"),
                        new RejectedLine("histories.csv", 19, "missing-time"),
                        new RejectedLine("histories.csv", 20, "missing-fields"));
        assertThat(result.escalations()).hasSize(1);
    }

    @Test
    void columnsMayStandInAnyOrderAmongOthers() throws IOException {
        // Given
        var csv = new StringBuilder("\uFEFFnote,value,measure,day,patient_id\n");
        for (int week = 0; week < 10; week++) {
            csv.append("\"a, \"\"b\"\"\",25,BDI,%d,p\n".formatted(week * 7));
        }

        // When // Then
        assertThat(Backtest.run(BacktestOptions.of(files.file("h.csv", csv.toString())))
                        .escalations())
                .hasSize(1);
    }

    @Test
    void instantsServeAsWellAsDays() throws IOException {
        // Given
        var csv = new StringBuilder("patient_id,observed_at,measure,value\n");
        for (int week = 0; week < 8; week++) {
            csv.append("p,2026-03-%02dT08:30:00+01:00,BDI,25\n".formatted(1 + week * 3));
        }
        csv.append("p,2026-04-20T08:30:00+02:00,BDI,25\n");
        csv.append("p,yesterday,BDI,25\n");

        // When
        var result = Backtest.run(BacktestOptions.of(files.file("h.csv", csv.toString())));

        // Then
        assertThat(result.escalations().getFirst().raisedAtDay()).isEqualTo(50);
        assertThat(result.report().rejections()).containsExactly(new RejectedLine("h.csv", 11, "bad-time"));
    }

    @Test
    void linesOfOneInstantAreTwoReadingsThatCountOnceByTheWorse() throws IOException {
        // When
        var result = files.run(FLAT + series("flat", 5, 5, 5, 5, 5, 5, 5, 5, 5, 5));

        // Then
        assertThat(result.report().readings()).isEqualTo(20);
        assertThat(result.escalations().getFirst().evidence().readings())
                .extracting(Reading::value)
                .allMatch(value -> value > 20);
    }

    @Test
    void theOrderOfTheLinesDoesNotMatter() throws IOException {
        // Given
        var lines = FLAT.lines().toList().reversed();

        // When // Then
        var reversed = files.run(String.join("\n", lines) + "\n").escalations().getFirst();
        assertThat(reversed.raisedAtDay())
                .isEqualTo(files.run(FLAT).escalations().getFirst().raisedAtDay());
    }

    @Test
    void foldsNoFurtherThanTheLastDay() throws IOException {
        assertThat(files.run(FLAT, null, null, 41).escalations()).isEmpty();
        assertThat(files.run(FLAT, null, null, 41).report().readings()).isEqualTo(6);
        assertThat(files.run(FLAT, null, null, 42).escalations()).hasSize(1);
    }

    @Test
    void filesAreWritten() throws IOException {
        // Given
        Path lines = folder.resolve("out.jsonl");
        Path report = folder.resolve("out.json");

        // When
        Backtest.run(new BacktestOptions(files.histories(FLAT + WELL), null, null, null, lines, report));

        // Then
        var line = JSON.readTree(Files.readString(lines));
        assertThat(line.propertyNames())
                .containsExactly(
                        "patient",
                        "rule",
                        "measure",
                        "onsetDay",
                        "raisedAtDay",
                        "state",
                        "endedAtDay",
                        "severity",
                        "evidence");
        assertThat(line.at("/evidence/readings/0/line").asInt()).isEqualTo(2);
        var json = JSON.readTree(Files.readString(report));
        assertThat(json.at("/escalations/byRule/plateau").asInt()).isEqualTo(1);
        assertThat(json.has("raised")).isFalse();
    }

    @Test
    void aFileWithoutItsColumnsIsRefused() throws IOException {
        // Given
        var file = files.file("h.csv", "patient,day,measure,value\np,1,BDI,3\n");

        // When // Then
        assertThatThrownBy(() -> Backtest.run(BacktestOptions.of(file)))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("patient_id");
    }

    @Test
    void theTableSaysItInWords() throws IOException {
        // Given: long enough to know who did not respond
        var histories = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            histories.append(series("flat" + i, 25, 25, 26, 25, 24, 25, 25, 26, 25, 25, 25, 25, 25, 25, 25));
            histories.append(series("well" + i, 25, 20, 15, 12, 9, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8));
        }

        // When
        var result = files.run(histories.toString());

        // Then
        assertThat(result.outlook().getFirst().accuracy().sensitivity()).isEqualTo(1.0);
        assertThat(BacktestTable.render(result))
                .contains("8 patients, 120 readings, 4 escalations (plateau 4)")
                .contains("Throughline: in force")
                .contains("Nelson 2013");
    }

    @Test
    void figuresOfOthersStandBesideTheirOwnMeasureOnly() throws IOException {
        // Given
        var histories = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            histories.append(
                    series("p" + i, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9).replace("BDI", "NPRS"));
        }

        // When // Then
        assertThat(BacktestTable.render(files.run(histories.toString())))
                .contains("Throughline: in force")
                .doesNotContain("Nelson 2013", "ENRICHD");
    }
}
