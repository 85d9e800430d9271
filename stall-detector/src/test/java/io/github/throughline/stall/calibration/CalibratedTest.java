package io.github.throughline.stall.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.stall.backtest.Accuracy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CalibratedTest {

    @Test
    void aBudgetThatIsKeptOnTheChosenAloneIsNotKept() {
        // When
        Calibrated calibrated = calibrated(12.0, 13.5);

        // Then
        assertThat(calibrated.isExpectedWithinBudget()).isFalse();
        assertThat(calibrated.lines())
                .last()
                .isEqualTo("On other patients 13.5 alerts per 100 are to be expected, more than the budget of 12.");
    }

    @Test
    void aBudgetThatIsKeptOnOthersIsKept() {
        // When
        Calibrated calibrated = calibrated(11.5, 12.0);

        // Then
        assertThat(calibrated.isExpectedWithinBudget()).isTrue();
        assertThat(calibrated.lines()).noneMatch(line -> line.contains("budget"));
    }

    private static Calibrated calibrated(double fitted, double expected) {
        var pain = MeasureCatalogue.standard().measure("NPRS").orElseThrow();
        var terms = DefaultTerms.plannedMeasure(pain, 1, null).terms();
        var options = new Calibration.Options(Path.of("h.csv"), Path.of("l.csv"), null, 12, 5, 1);
        return new Calibrated(pain, options, terms, terms, accuracy(20), accuracy(fitted), accuracy(expected), true);
    }

    private static Accuracy accuracy(double alertsPer100) {
        return new Accuracy(200, 0.2, 0.6, 0.8, 0.4, alertsPer100, null);
    }
}
