package io.github.throughline.stall.backtest;

import static io.github.throughline.stall.backtest.BacktestFiles.FLAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.measures.MeasureCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsFileTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private BacktestFiles files;

    @BeforeEach
    void open() {
        files = new BacktestFiles(folder);
    }

    @Test
    void ownTermsTakeThePlaceOfTheCatalogues() throws IOException {
        // Given
        var terms = files.file("t.yaml", "measures:\n  BDI:\n    target: 30\n");
        var later = files.file("l.yaml", "measures:\n  BDI:\n    plateau: {minimumWeeks: 8}\n");

        // When // Then
        assertThat(files.run(FLAT, terms, null, null).escalations()).isEmpty();
        assertThat(files.run(FLAT, later, null, null).escalations().getFirst().raisedAtDay())
                .isEqualTo(56);
    }

    @Test
    void termsThatAreNotKnownAreRefused() throws IOException {
        // Given
        var terms = files.file("t.yaml", "measures:\n  BDI:\n    plateau: {minimumWeek: 8}\n");

        // When // Then
        assertThatThrownBy(() -> files.run(FLAT, terms, null, null))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("minimumWeek");
    }

    @Test
    void termsOfPlansNameTheMeasuresThatTheCatalogueDoesNotKnow() throws IOException {
        // Given
        var terms = files.file("t.yaml", "measures:\n  NRPS: {target: 2}\n  BDI: {target: 12}\n");
        var catalogue = MeasureCatalogue.standard();

        // When // Then
        assertThat(TermsFile.ofPlans(terms, catalogue).unknown(catalogue)).containsExactly("NRPS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BDI: {regression: {confirmingReadings: 0}}     | BDI: regression.confirmingReadings must be at least 1
        BDI: {plateau: {minimumReadings: 2}}           | BDI: plateau.minimumReadings must be at least 3
        BDI: {plateau: null}                           | BDI: plateau and regression must have their terms
        BDI: {measurementError: null}                  | BDI: measurementError must have a value
        BDI: {measurementError: {value: -1}}           | BDI: measurementError must have a value
        BDI: {target: null}                            | BDI: target is not a number
        BDI: {target: abc}                             | BDI: target is not a number
        BDI: 12                                        | BDI: they have no names
        BID: {target: 12}                              | measure BID is not known
        """)
    void whatNoPlanCouldSayIsRefused(String measure, String reason) throws IOException {
        // Given
        var terms = files.file("t.yaml", "measures:\n  " + measure + "\n");

        // When // Then
        assertThatThrownBy(() -> files.run(FLAT, terms, null, null))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("t.yaml")
                .hasMessageContaining(reason);
    }
}
