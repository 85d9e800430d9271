package io.github.throughline.signedplan;

import static io.github.throughline.signedplan.SignedPlans.pain;
import static io.github.throughline.signedplan.SignedPlans.percent;
import static io.github.throughline.signedplan.SignedPlans.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StallTermsTest {

    @Test
    void percentIsOfTheBaseline() {
        assertThat(percent(30).points(8)).isEqualTo(2.4);
        assertThat(points(2).points(8)).isEqualTo(2);
    }

    @Test
    void errorOfALevelIsTheStandardErrorOfOneReading() {
        // An MDC95 of 1.77 is 1.96 x sqrt(2) standard errors.
        assertThat(pain().terms().levelError(7)).isCloseTo(0.6386, within(0.0001));
    }
}
