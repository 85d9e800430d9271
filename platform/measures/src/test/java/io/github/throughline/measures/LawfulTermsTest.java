package io.github.throughline.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.measures.LawfulTerms.Fault;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import io.github.throughline.signedplan.Threshold.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LawfulTermsTest {

    private static final Measure NPRS =
            MeasureCatalogue.standard().measure("NPRS").orElseThrow();

    @ParameterizedTest
    @MethodSource("measures")
    void everyDefaultIsLawful(Measure measure) {
        double middle = (measure.minimum().doubleValue() + measure.maximum().doubleValue()) / 2;

        assertThat(LawfulTerms.faults(measure, DefaultTerms.stallTerms(measure, null), null))
                .isEmpty();
        assertThat(LawfulTerms.faults(measure, DefaultTerms.stallTerms(measure, middle), middle))
                .isEmpty();
    }

    @Test
    void halfToTwiceTheDefaultIsLawful() {
        assertThat(withMinimumWeeks(4)).isEmpty();
        assertThat(withMinimumWeeks(16)).isEmpty();
        assertThat(withMinimumWeeks(3)).containsExactly(new Fault("plateau.minimumWeeks", "NPRS allows 4 to 16"));
        assertThat(withMinimumWeeks(17)).extracting(Fault::term).containsExactly("plateau.minimumWeeks");
    }

    @Test
    void anErrorThatHidesEveryWorseningIsNotLawful() {
        assertThat(withError(new Threshold(9, Unit.POINTS, "the plan"), null))
                .containsExactly(new Fault("measurementError", "NPRS allows 0.885 to 3.54 points"));
    }

    @Test
    void anotherUnitIsComparedByTheBaseline() {
        // 40 % of a baseline of 8 is 3.2 points, 50 % is 4
        assertThat(withError(new Threshold(40, Unit.PERCENT_OF_BASELINE, "the plan"), 8.0))
                .isEmpty();
        assertThat(withError(new Threshold(50, Unit.PERCENT_OF_BASELINE, "the plan"), 8.0))
                .isNotEmpty();
        assertThat(withError(new Threshold(40, Unit.PERCENT_OF_BASELINE, "the plan"), null))
                .containsExactly(
                        new Fault("measurementError", "is to be in points as long as the plan names no baseline"));
    }

    static List<Measure> measures() {
        return List.copyOf(MeasureCatalogue.standard().measures());
    }

    private static List<Fault> withMinimumWeeks(int weeks) {
        StallTerms usual = DefaultTerms.stallTerms(NPRS, null);
        StallTerms.Plateau plateau = usual.plateau();
        var changed = new StallTerms.Plateau(
                weeks,
                plateau.minimumReadings(),
                plateau.windowWeeks(),
                plateau.response(),
                plateau.progress(),
                plateau.confirmingReadings(),
                plateau.source());
        return LawfulTerms.faults(
                NPRS,
                new StallTerms(usual.measurementError(), usual.importantChange(), changed, usual.regression()),
                null);
    }

    private static List<Fault> withError(Threshold error, @Nullable Double baseline) {
        StallTerms usual = DefaultTerms.stallTerms(NPRS, baseline);
        return LawfulTerms.faults(
                NPRS, new StallTerms(error, usual.importantChange(), usual.plateau(), usual.regression()), baseline);
    }
}
