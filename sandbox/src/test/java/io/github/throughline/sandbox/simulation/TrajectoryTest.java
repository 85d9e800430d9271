package io.github.throughline.sandbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrajectoryTest {

    private static final double BASELINE = 7;

    @Test
    void everyoneStartsAtTheBaseline() {
        for (var trajectory : Trajectory.values()) {
            assertThat(trajectory.level(BASELINE, 0)).isBetween(BASELINE - 0.1, BASELINE + 0.1);
        }
    }

    @Test
    void earlyRespondersAreWellByWeekEight() {
        assertThat(Trajectory.EARLY_RESPONDER.level(BASELINE, 8)).isLessThan(2);
    }

    @Test
    void lateRespondersHardlyMoveForFiveWeeksAndAreWellByWeekTen() {
        assertThat(Trajectory.LATE_RESPONDER.level(BASELINE, 5)).isGreaterThan(BASELINE - 1);
        assertThat(Trajectory.LATE_RESPONDER.level(BASELINE, 10)).isLessThan(2);
    }

    @Test
    void nonRespondersHardlyMove() {
        assertThat(Trajectory.NON_RESPONDER.level(BASELINE, 16)).isGreaterThan(BASELINE - 0.5);
    }

    @Test
    void aRelapseLosesMostOfWhatWasWon() {
        assertThat(Trajectory.RELAPSE.level(BASELINE, 7)).isLessThan(2);
        assertThat(Trajectory.RELAPSE.level(BASELINE, 13)).isGreaterThan(5);
    }

    @Test
    void reportsNameThemInLowerCase() {
        assertThat(Trajectory.EARLY_RESPONDER.word()).isEqualTo("early-responder");
    }
}
