package io.github.throughline.stall.backtest;

import static io.github.throughline.stall.backtest.BacktestFiles.FLAT;
import static io.github.throughline.stall.backtest.BacktestFiles.WELL;
import static io.github.throughline.stall.backtest.BacktestFiles.series;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private BacktestFiles files;

    @BeforeEach
    void open() {
        files = new BacktestFiles(folder);
    }

    @Test
    void labelsJudgeThoseWhoHaveOne() throws IOException {
        // Given: found late, found wrongly, not found, rightly left alone; and one without a label
        var histories = FLAT
                + FLAT.replace("flat", "wrong")
                + WELL
                + WELL.replace("well", "also-well")
                + FLAT.replace("flat", "unlabelled");
        var labels = files.file("l.csv", """
            patient_id,positive,onset_day
            flat,1,14
            wrong,0,
            well,true,20
            also-well,no,
            absent,1,3
            broken,perhaps,
            """);

        // When
        var report = files.run(histories, null, labels, null).report();

        // Then
        var raised = Objects.requireNonNull(report.raised());
        assertThat(raised.patients()).isEqualTo(4);
        assertThat(raised.baseRate()).isEqualTo(0.5);
        assertThat(raised.sensitivity()).isEqualTo(0.5);
        assertThat(raised.specificity()).isEqualTo(0.5);
        assertThat(raised.ppv()).isEqualTo(0.5);
        assertThat(raised.alertsPer100()).isEqualTo(50);
        assertThat(raised.medianDelayDays()).isEqualTo(28);
        assertThat(report.rejectedLines()).isZero();
        assertThat(report.rejections()).containsExactly(new RejectedLine("l.csv", 7, "bad-label"));
    }

    @Test
    void whatIsOverIsRaisedButNotInForce() throws IOException {
        // Given
        var histories = series("p", 25, 25, 25, 25, 25, 25, 25, 9, 9, 9);
        var labels = files.file("l.csv", "patient_id,positive\np,1\n");

        // When
        var report = files.run(histories, null, labels, null).report();

        // Then
        assertThat(report.raised()).extracting(Accuracy::sensitivity).isEqualTo(1.0);
        assertThat(report.inForce()).extracting(Accuracy::sensitivity).isEqualTo(0.0);
        assertThat(report.inForce()).extracting(Accuracy::specificity).isNull();
    }

    @Test
    void anAlarmFromBeforeTheOnsetIsNoDelayWhileItIsOpen() throws IOException {
        // Given: raised on day 42
        var labels = files.file("l.csv", "patient_id,positive,onset_day\nflat,1,60\n");

        // When
        var report = files.run(FLAT, null, labels, null).report();

        // Then
        assertThat(report.raised()).extracting(Accuracy::medianDelayDays).isEqualTo(0.0);
    }

    @Test
    void anAlarmThatWasOverBeforeTheOnsetSaysNothingOfIt() throws IOException {
        // Given: raised on day 42, over on day 56, raised again on day 112
        var histories =
                series("p", 25, 25, 25, 25, 25, 25, 25, 9, 9, 9, 9, 9, 9, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25);
        var labels = files.file("l.csv", "patient_id,positive,onset_day\np,1,84\n");

        // When
        var report = files.run(histories, null, labels, null).report();

        // Then
        assertThat(Objects.requireNonNull(report.raised()).medianDelayDays()).isPositive();
    }
}
