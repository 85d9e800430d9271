package io.github.throughline.stall.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.stall.detection.Reading;
import io.github.throughline.stall.detection.Recomputation;
import io.github.throughline.stall.detection.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class BacktestTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Stalled: flat at 25 for ten weeks. */
    private static final String FLAT = series("flat", 25, 25, 26, 25, 24, 25, 25, 26, 25, 25);

    /** Well: down to 8 in five weeks. */
    private static final String WELL = series("well", 25, 20, 15, 12, 9, 8, 8, 8, 8, 8);

    @TempDir
    private Path folder;

    @Test
    void findsWhoStallsAndNotWhoRecovers() throws IOException {
        // When
        var result = run(FLAT + WELL);

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
        var report = run(FLAT + WELL).report();

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
        var result = run(FLAT + """
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
                        new RejectedLine(12, "bad-day"),
                        new RejectedLine(13, "unknown-measure"),
                        new RejectedLine(14, "impossible-value"),
                        new RejectedLine(15, "impossible-value"),
                        new RejectedLine(16, "bad-value"),
                        new RejectedLine(17, "missing-value"),
                        new RejectedLine(18, "missing-patient"),
                        new RejectedLine(19, "missing-time"),
                        new RejectedLine(20, "missing-fields"));
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
        assertThat(Backtest.run(BacktestOptions.of(file("h.csv", csv.toString())))
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
        var result = Backtest.run(BacktestOptions.of(file("h.csv", csv.toString())));

        // Then
        assertThat(result.escalations().getFirst().raisedAtDay()).isEqualTo(50);
        assertThat(result.report().rejections()).containsExactly(new RejectedLine(11, "bad-time"));
    }

    @Test
    void linesOfOneInstantAreTwoReadingsThatCountOnceByTheWorse() throws IOException {
        // When
        var result = run(FLAT + series("flat", 5, 5, 5, 5, 5, 5, 5, 5, 5, 5));

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
        var reversed = run(String.join("\n", lines) + "\n").escalations().getFirst();
        assertThat(reversed.raisedAtDay())
                .isEqualTo(run(FLAT).escalations().getFirst().raisedAtDay());
    }

    @Test
    void foldsNoFurtherThanTheLastDay() throws IOException {
        assertThat(run(FLAT, null, null, 41).escalations()).isEmpty();
        assertThat(run(FLAT, null, null, 41).report().readings()).isEqualTo(6);
        assertThat(run(FLAT, null, null, 42).escalations()).hasSize(1);
    }

    @Test
    void ownTermsTakeThePlaceOfTheCatalogues() throws IOException {
        // Given
        var terms = file("t.yaml", "measures:\n  BDI:\n    target: 30\n");
        var later = file("l.yaml", "measures:\n  BDI:\n    plateau: {minimumWeeks: 8}\n");

        // When // Then
        assertThat(run(FLAT, terms, null, null).escalations()).isEmpty();
        assertThat(run(FLAT, later, null, null).escalations().getFirst().raisedAtDay())
                .isEqualTo(56);
    }

    @Test
    void termsThatAreNotKnownAreRefused() throws IOException {
        // Given
        var terms = file("t.yaml", "measures:\n  BDI:\n    plateau: {minimumWeek: 8}\n");

        // When // Then
        assertThatThrownBy(() -> run(FLAT, terms, null, null))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("minimumWeek");
    }

    @Test
    void labelsJudgeThoseWhoHaveOne() throws IOException {
        // Given: found late, found wrongly, not found, rightly left alone; and one without a label
        var histories = FLAT
                + FLAT.replace("flat", "wrong")
                + WELL
                + WELL.replace("well", "also-well")
                + FLAT.replace("flat", "unlabelled");
        var labels = file("l.csv", """
                patient_id,positive,onset_day
                flat,1,14
                wrong,0,
                well,true,20
                also-well,no,
                absent,1,3
                broken,perhaps,
                """);

        // When
        var report = run(histories, null, labels, null).report();

        // Then
        var raised = Objects.requireNonNull(report.raised());
        assertThat(raised.patients()).isEqualTo(4);
        assertThat(raised.baseRate()).isEqualTo(0.5);
        assertThat(raised.sensitivity()).isEqualTo(0.5);
        assertThat(raised.specificity()).isEqualTo(0.5);
        assertThat(raised.ppv()).isEqualTo(0.5);
        assertThat(raised.alertsPer100()).isEqualTo(50);
        assertThat(raised.medianDelayDays()).isEqualTo(28);
        assertThat(report.rejections()).containsExactly(new RejectedLine(7, "bad-label"));
    }

    @Test
    void whatIsOverIsRaisedButNotInForce() throws IOException {
        // Given
        var histories = series("p", 25, 25, 25, 25, 25, 25, 25, 9, 9, 9);
        var labels = file("l.csv", "patient_id,positive\np,1\n");

        // When
        var report = run(histories, null, labels, null).report();

        // Then
        assertThat(report.raised()).extracting(Accuracy::sensitivity).isEqualTo(1.0);
        assertThat(report.inForce()).extracting(Accuracy::sensitivity).isEqualTo(0.0);
        assertThat(report.inForce()).extracting(Accuracy::specificity).isNull();
    }

    @Test
    void filesAreWritten() throws IOException {
        // Given
        Path lines = folder.resolve("out.jsonl");
        Path report = folder.resolve("out.json");

        // When
        Backtest.run(new BacktestOptions(histories(FLAT + WELL), null, null, null, lines, report));

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
        var file = file("h.csv", "patient,day,measure,value\np,1,BDI,3\n");

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
        var result = run(histories.toString());

        // Then
        assertThat(result.outlook().getFirst().accuracy().sensitivity()).isEqualTo(1.0);
        assertThat(BacktestTable.render(result))
                .contains("8 patients, 120 readings, 4 escalations (plateau 4)")
                .contains("Throughline: in force")
                .contains("Nelson 2013");
    }

    private BacktestResult run(String lines) throws IOException {
        return run(lines, null, null, null);
    }

    private BacktestResult run(String lines, @Nullable Path terms, @Nullable Path labels, @Nullable Integer untilDay)
            throws IOException {
        return Backtest.run(new BacktestOptions(histories(lines), terms, labels, untilDay, null, null));
    }

    private Path histories(String lines) throws IOException {
        return file("histories.csv", "patient_id,day,measure,value\n" + lines);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String series(String patient, int... values) {
        var lines = new StringBuilder();
        for (int week = 0; week < values.length; week++) {
            lines.append("%s,%d,BDI,%d\n".formatted(patient, week * 7, values[week]));
        }
        return lines.toString();
    }
}
