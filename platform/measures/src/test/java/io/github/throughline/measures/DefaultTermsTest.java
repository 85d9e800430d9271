package io.github.throughline.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.signedplan.Threshold;
import org.junit.jupiter.api.Test;

class DefaultTermsTest {

    private static final MeasureCatalogue STANDARD = MeasureCatalogue.standard();

    @Test
    void everyNumberOfEveryMeasureHasASource() {
        for (Measure measure : STANDARD.measures()) {
            var terms = DefaultTerms.stallTerms(measure, null);
            assertThat(terms.measurementError().source()).isNotBlank();
            assertThat(terms.importantChange().source()).isNotBlank();
            assertThat(terms.plateau().source()).isNotBlank();
            assertThat(terms.plateau().response().source()).isNotBlank();
            assertThat(terms.plateau().progress().source()).isNotBlank();
            assertThat(terms.regression().source()).isNotBlank();
        }
    }

    @Test
    void aKnownBaselineChoosesItsBand() {
        // Given
        var pain = STANDARD.measure("NPRS").orElseThrow();

        // When // Then
        assertThat(DefaultTerms.stallTerms(pain, 4.0).importantChange().value()).isEqualTo(1);
        assertThat(DefaultTerms.stallTerms(pain, 5.0).importantChange().value()).isEqualTo(2);
        assertThat(DefaultTerms.stallTerms(pain, 9.0).importantChange().value()).isEqualTo(3);
        assertThat(DefaultTerms.stallTerms(pain, null).importantChange())
                .isEqualTo(new Threshold(2, Threshold.Unit.POINTS, "Farrar 2001"));
    }

    @Test
    void aSecondarySourceKeepsItsMark() {
        assertThat(DefaultTerms.stallTerms(STANDARD.measure("NPRS").orElseThrow(), null)
                        .measurementError()
                        .source())
                .isEqualTo("MDC, doi 10.1055/a-1304-3677 (verify)");
    }

    @Test
    void targetIsTheWorstScoreThatIsStillWell() {
        assertThat(DefaultTerms.target(STANDARD.measure("BDI").orElseThrow()))
                .hasValueSatisfying(target -> assertThat(target.value()).isEqualTo(9));
    }

    @Test
    void plannedMeasureNamesTheEntryThatItCameFrom() {
        // When
        var planned = DefaultTerms.plannedMeasure(STANDARD.measure("ODI").orElseThrow(), 4, 40.0);

        // Then
        assertThat(planned.measure()).isEqualTo("ODI");
        assertThat(planned.measureVersion()).isEqualTo("1");
        assertThat(planned.everyWeeks()).isEqualTo(4);
        assertThat(planned.baseline()).isEqualTo(40.0);
    }
}
