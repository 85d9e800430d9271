package io.github.throughline.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Stall PLATEAU = new Stall("p-1", "plateau", "BDI", 0, 49);
    private static final Stall REGRESSION = new Stall("p-1", "regression", "BDI", 60, 70);

    @Test
    void theSameStallsInAnyOrderAreEqual() {
        var comparison = Comparison.of(List.of(PLATEAU, REGRESSION), List.of(REGRESSION, PLATEAU));
        assertThat(comparison.isEqual()).isTrue();
        assertThat(comparison.live()).isEqualTo(2);
    }

    @Test
    void eachStallThatOnlyOneFoundIsADifference() {
        var later = new Stall("p-1", "plateau", "BDI", 0, 56);
        assertThat(Comparison.of(List.of(PLATEAU), List.of(later)).differences())
                .containsExactly(
                        "only live: p-1 BDI plateau, onset day 0, raised day 49",
                        "only backtest: p-1 BDI plateau, onset day 0, raised day 56");
    }

    @Test
    void aStallFoundTwiceWhereTheOtherFoundItOnceIsADifference() {
        assertThat(Comparison.of(List.of(PLATEAU, PLATEAU), List.of(PLATEAU)).differences())
                .hasSize(1);
    }
}
