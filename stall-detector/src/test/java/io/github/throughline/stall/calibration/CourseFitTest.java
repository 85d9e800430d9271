package io.github.throughline.stall.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.throughline.signedplan.OffTrackTerms.ExpectedImprovement;
import io.github.throughline.stall.backtest.Backtest;
import io.github.throughline.stall.backtest.BacktestOptions;
import io.github.throughline.stall.backtest.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseFitTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theCourseThatPatientsTakeIsFound() throws IOException {
        // Given: 5 % of the baseline a week up to week 8, then no more; ODI 60 at first
        Path histories = histories(100, 0);

        // When
        CourseFit fit = CourseFit.of(histories, null, null);

        // Then
        assertThat(fit.patients()).isEqualTo(100);
        assertThat(fit.course().expected())
                .extracting(ExpectedImprovement::week)
                .containsExactly(2, 4, 6, 8, 12);
        assertThat(fit.course().expected())
                .allSatisfy(point ->
                        assertThat(point.improvement()).isCloseTo(5 * Math.min(8, point.week()), within(2.0)));
        assertThat(fit.course().expected())
                .extracting(ExpectedImprovement::improvement)
                .isSorted();
        assertThat(fit.course().band().value()).isBetween(2.0, 12.0);
    }

    @Test
    void thoseWhoDidNotRecoverAreLeftOutWhereTheyAreKnown() throws IOException {
        // Given: half of the patients never improve
        Path histories = histories(100, 100);
        Path labels = labels(100, 100);

        // When
        double all = CourseFit.of(histories, null, null).course().improvement(8);
        CourseFit recovered = CourseFit.of(histories, labels, null);

        // Then
        assertThat(recovered.patients()).isEqualTo(100);
        assertThat(recovered.course().improvement(8)).isCloseTo(40, within(2.0)).isGreaterThan(all);
    }

    @Test
    void aBacktestWatchesByItsFile() throws IOException {
        // Given
        Path histories = histories(60, 60);
        Path terms = Files.writeString(
                folder.resolve("terms.yaml"),
                CourseFit.of(histories, labels(60, 60), null).yaml());

        // When
        var found = Backtest.run(new BacktestOptions(histories, terms, labels(60, 60), null, null, null));

        // Then
        assertThat(found.escalations())
                .filteredOn(escalation -> escalation.rule().equals("off-track"))
                .extracting(escalation -> escalation.patient().charAt(0))
                .contains('s')
                .hasSizeGreaterThan(50);
    }

    @Test
    void weeksWithTooFewReadingsAreLeftOut() throws IOException {
        // Given
        Path fourWeekly = histories(4, (patient, week) -> 60 - 2 * week);
        Path atSixAndTwelve = histories(6, (patient, week) -> 60 - 2 * week);

        // When // Then
        assertThat(weeks(CourseFit.of(fourWeekly, null, null))).containsExactly(4, 8, 12);
        assertThat(weeks(CourseFit.of(atSixAndTwelve, null, null))).containsExactly(6, 12);
    }

    @Test
    void atEachWeekNineOfTenAreWithinTheBand() throws IOException {
        // Given: they differ more and more, and fall back after week 8
        IntBinaryOperator scores = (patient, week) -> 60 - (week * (patient % 10)) / 4 + (week > 8 ? 6 : 0);
        Path histories = histories(2, scores);

        // When
        CourseFit fit = CourseFit.of(histories, null, null);

        // Then
        double band = fit.course().band().value();
        assertThat(fit.course().expected())
                .hasSize(5)
                .allSatisfy(point -> assertThat(IntStream.range(0, 100)
                                .mapToDouble(patient -> (60 - scores.applyAsInt(patient, point.week())) / 0.6)
                                .filter(improvement -> improvement >= point.improvement() - band))
                        .hasSizeGreaterThanOrEqualTo(90));
        assertThat(fit.lines().getLast()).contains("at least nine of ten are at most %.0f".formatted(band));
        assertThat(fit.course().band().source()).contains("at least nine of ten");
    }

    @Test
    void tooFewPatientsHaveNoCourse() throws IOException {
        Path histories = histories(5, 0);

        assertThatThrownBy(() -> CourseFit.of(histories, null, null))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("no week has 20 patients");
    }

    @Test
    void aFileOfSeveralMeasuresMustBeToldWhich() throws IOException {
        Path histories =
                Files.writeString(folder.resolve("two.csv"), "patient_id,day,measure,value\na,0,ODI,60\na,0,NPRS,6\n");

        assertThatThrownBy(() -> CourseFit.of(histories, null, null))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("[NPRS, ODI]");
        assertThatThrownBy(() -> CourseFit.of(histories, null, named("PEG")))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("not of PEG");
    }

    private static @Nullable String named(String measure) {
        return measure;
    }

    private Path histories(int recovering, int stalled) throws IOException {
        var random = new Random(5);
        var lines = new StringBuilder("patient_id,day,measure,value\n");
        for (int patient = 0; patient < recovering + stalled; patient++) {
            for (int week = 0; week <= 12; week += 2) {
                double improvement = patient < recovering ? 0.05 * Math.min(8, week) : 0;
                double noise = week == 0 ? 0 : random.nextGaussian() * 2;
                lines.append("%s,%d,ODI,%d\n"
                        .formatted(
                                id(patient, recovering),
                                7 * week,
                                Math.round((60 * (1 - improvement) + noise) / 2) * 2));
            }
        }
        return Files.writeString(folder.resolve("histories.csv"), lines);
    }

    private static List<Integer> weeks(CourseFit fit) {
        return fit.course().expected().stream().map(ExpectedImprovement::week).toList();
    }

    /** Of 100 patients up to week 12. */
    private Path histories(int everyWeeks, IntBinaryOperator scores) throws IOException {
        var lines = new StringBuilder("patient_id,day,measure,value\n");
        for (int patient = 0; patient < 100; patient++) {
            for (int week = 0; week <= 12; week += everyWeeks) {
                lines.append("p%d,%d,ODI,%d\n".formatted(patient, 7 * week, scores.applyAsInt(patient, week)));
            }
        }
        return Files.writeString(folder.resolve("every-%d.csv".formatted(everyWeeks)), lines);
    }

    private Path labels(int recovering, int stalled) throws IOException {
        var lines = new StringBuilder("patient_id,positive\n");
        for (int patient = 0; patient < recovering + stalled; patient++) {
            lines.append("%s,%d\n".formatted(id(patient, recovering), patient < recovering ? 0 : 1));
        }
        return Files.writeString(folder.resolve("labels.csv"), lines);
    }

    private static String id(int patient, int recovering) {
        return (patient < recovering ? "r" : "s") + patient;
    }
}
