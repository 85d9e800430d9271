package io.github.throughline.stall.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.throughline.measures.LawfulTerms;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.stall.backtest.Accuracy;
import io.github.throughline.stall.backtest.Backtest;
import io.github.throughline.stall.backtest.BacktestOptions;
import io.github.throughline.stall.backtest.UnusableFile;
import io.github.throughline.stall.cohort.Cohort;
import io.github.throughline.stall.cohort.CohortFiles;
import io.github.throughline.stall.cohort.CohortOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {

    private static final int MINIMUM_WEEKS = 8;

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void simulate() throws IOException {
        var pain = MeasureCatalogue.standard().measure("NPRS").orElseThrow();
        var cohort = Cohort.of(CohortOptions.of(pain, 7, 200).with(0.2, 0.9));
        new CohortFiles(cohort, MINIMUM_WEEKS).write(folder);
    }

    @Test
    void chosenTermsKeepWithinTheBudgetAndFindWhatABacktestOfTheirFileFinds() throws IOException {
        // When
        Calibrated calibrated = Calibration.run(options(18));

        // Then
        assertThat(calibrated.isWithinBudget()).isTrue();
        assertThat(calibrated.fitted().alertsPer100()).isLessThanOrEqualTo(18.0);
        assertThat(LawfulTerms.faults(calibrated.measure(), calibrated.chosen(), null))
                .isEmpty();
        assertThat(backtest(calibrated)).isEqualTo(calibrated.fitted());
    }

    @Test
    void aSmallerBudgetFindsFewer() {
        // When
        Calibrated few = Calibration.run(options(14));
        Calibrated many = Calibration.run(options(30));

        // Then
        assertThat(few.changes()).isNotEmpty();
        assertThat(few.fitted().alertsPer100()).isLessThanOrEqualTo(14.0);
        assertThat(few.fitted().sensitivity()).isLessThan(many.fitted().sensitivity());
    }

    @Test
    void whereTheCatalogueIsAsGoodAsAnyItStays() {
        // When
        Calibrated calibrated = Calibration.run(options(100));

        // Then
        assertThat(calibrated.changes()).isEmpty();
        assertThat(calibrated.lines()).anyMatch(line -> line.contains("as good as any"));
    }

    @Test
    void aBudgetThatNoTermsKeepIsSaidAndTheNearestAreChosen() {
        // When
        Calibrated calibrated = Calibration.run(options(0.5));

        // Then
        assertThat(calibrated.isWithinBudget()).isFalse();
        assertThat(calibrated.fitted().alertsPer100())
                .isLessThan(calibrated.usually().alertsPer100());
        assertThat(calibrated.lines()).last().asString().contains("No terms keep within 0.5 alerts per 100");
    }

    @Test
    void chanceIsInWhatFindsAllOfAFew() {
        assertThat(Calibration.standardError(10, 10)).isCloseTo(0.094, within(0.001));
        assertThat(Calibration.standardError(50, 100)).isCloseTo(0.049, within(0.001));
    }

    @Test
    void whatIsToBeExpectedIsMeasuredOnPatientsWhoDidNotChoose() throws IOException {
        // Given: patients without any signal, labelled by their number
        var lines = new StringBuilder("patient_id,day,measure,value\n");
        var labels = new StringBuilder("patient_id,positive\n");
        var random = new Random(3);
        for (int patient = 0; patient < 200; patient++) {
            for (int week = 0; week < 16; week++) {
                lines.append("p%d,%d,NPRS,%d\n".formatted(patient, 7 * week, 3 + random.nextInt(5)));
            }
            labels.append("p%d,%d\n".formatted(patient, patient % 2));
        }
        Path histories = Files.writeString(folder.resolve("noise.csv"), lines);
        Path known = Files.writeString(folder.resolve("noise-labels.csv"), labels);

        // When
        Calibrated calibrated = Calibration.run(new Calibration.Options(histories, known, null, 40, 5, 1));

        // Then: no better than chance
        Accuracy expected = calibrated.expected();
        double found = Objects.requireNonNull(expected.sensitivity());
        double spared = Objects.requireNonNull(expected.specificity());
        assertThat(found + spared).isCloseTo(1, within(0.15));
    }

    @Test
    void tooFewPatientsSayNothing() throws IOException {
        // Given
        Path labels = Files.writeString(folder.resolve("few.csv"), "patient_id,positive\np-00001,1\n");

        // When // Then
        assertThatThrownBy(() ->
                        Calibration.run(new Calibration.Options(CohortFiles.histories(folder), labels, null, 10, 5, 1)))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("few.csv")
                .hasMessageContaining("it takes at least 10");
    }

    private static Calibration.Options options(double alertsPer100) {
        return new Calibration.Options(
                CohortFiles.histories(folder), CohortFiles.labels(folder), null, alertsPer100, 5, 1);
    }

    private static Accuracy backtest(Calibrated calibrated) throws IOException {
        Path terms = Files.writeString(folder.resolve("terms.yaml"), calibrated.yaml());
        Accuracy raised = Objects.requireNonNull(Backtest.run(new BacktestOptions(
                        CohortFiles.histories(folder), terms, CohortFiles.labels(folder), null, null, null))
                .report()
                .raised());
        return new Accuracy(
                raised.patients(),
                raised.baseRate(),
                raised.sensitivity(),
                raised.specificity(),
                raised.ppv(),
                raised.alertsPer100(),
                null);
    }
}
