package io.github.throughline.stall.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated pain over sixteen weeks, by the catalogue's terms: noise of 0.9 points, 12 % of the weeks missing. */
class CohortsTest {

    private static final int PATIENTS = 300;
    private static final int WEEKS = 17;
    private static final double NOISE = 0.9;
    private static final double MISSING = 0.12;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all
    private static BacktestResult result;

    @BeforeAll
    static void live() throws IOException {
        var random = new Random(20_261_121);
        var csv = new StringBuilder("patient_id,day,measure,value\n");
        for (int i = 0; i < PATIENTS; i++) {
            double baseline = 5 + 4 * random.nextDouble();
            double better = baseline * (0.5 + 0.2 * random.nextDouble());
            patient(csv, "flat-" + i, random, week -> baseline);
            patient(csv, "early-" + i, random, week -> baseline - better * Math.min(1, week / 5.0));
            patient(csv, "late-" + i, random, week -> baseline - better * Math.clamp((week - 6) / 5.0, 0, 1));
            patient(csv, "relapse-" + i, random, week -> relapse(baseline, better, week));
        }
        result = Backtest.run(BacktestOptions.of(Files.writeString(folder.resolve("cohorts.csv"), csv)));
    }

    @Test
    void whoDoesNotRespondIsFoundNearlyAlways() {
        assertThat(found("flat")).isGreaterThan(0.95);
    }

    @Test
    void whoRespondsEarlyIsLeftAloneNearlyAlways() {
        assertThat(found("early")).isLessThan(0.1);
    }

    @Test
    void whoRespondsLateIsSeldomFound() {
        assertThat(found("late")).isLessThan(0.25);
    }

    @Test
    void whoRelapsesIsFound() {
        assertThat(found("relapse")).isGreaterThan(0.95);
    }

    private static double relapse(double baseline, double better, int week) {
        double recovered = baseline - better * Math.min(1, week / 5.0);
        return week < 9 ? recovered : recovered + better * Math.min(1, (week - 8) / 4.0);
    }

    private static void patient(StringBuilder csv, String id, Random random, IntToDoubleFunction pain) {
        for (int week = 0; week < WEEKS; week++) {
            if (week == 0 || random.nextDouble() >= MISSING) {
                long value = Math.round(pain.applyAsDouble(week) + NOISE * random.nextGaussian());
                csv.append("%s,%d,NPRS,%d\n".formatted(id, week * 7, Math.clamp(value, 0, 10)));
            }
        }
    }

    private static double found(String cohort) {
        return result.escalations().stream()
                        .map(BacktestEscalation::patient)
                        .filter(patient -> patient.startsWith(cohort))
                        .collect(Collectors.toSet())
                        .size()
                / (double) PATIENTS;
    }
}
