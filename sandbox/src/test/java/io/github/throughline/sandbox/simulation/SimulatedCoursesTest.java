package io.github.throughline.sandbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.Score;
import io.github.throughline.measures.Scorer;
import io.github.throughline.stall.backtest.Backtest;
import io.github.throughline.stall.backtest.BacktestEscalation;
import io.github.throughline.stall.backtest.BacktestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the detector makes of the simulated patients: if this does not hold, a demo shows nothing. */
class SimulatedCoursesTest {

    private static final int WEEKS = 16;
    private static final MeasureCatalogue CATALOGUE = MeasureCatalogue.standard();
    private static final Map<String, List<String>> MEASURES = Map.of(
            "low-back-pain", List.of("NPRS", "PEG", "ODI"),
            "knee-osteoarthritis", List.of("NPRS", "PEG", "PROMIS-PF"),
            "depression", List.of("PHQ-9"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nonRespondersAreEscalatedAndEarlyRespondersAreNot() throws IOException {
        // Given
        var population = Population.of(11, 240, WEEKS);
        var file = Files.write(folder.resolve("courses.csv"), lines(population));

        // When
        var escalated = Backtest.run(BacktestOptions.of(file)).escalations().stream()
                .map(BacktestEscalation::patient)
                .collect(Collectors.toSet());

        // Then
        assertThat(rate(population, Trajectory.NON_RESPONDER, escalated)).isGreaterThan(0.95);
        assertThat(rate(population, Trajectory.EARLY_RESPONDER, escalated)).isLessThan(0.1);
        assertThat(rate(population, Trajectory.LATE_RESPONDER, escalated)).isLessThan(0.3);
        assertThat(rate(population, Trajectory.RELAPSE, escalated)).isGreaterThan(0.8);
    }

    private static List<String> lines(Population population) {
        var lines = new ArrayList<>(List.of("patient_id,day,measure,value"));
        var answers = new Answers(population.seed());
        for (var patient : population.patients()) {
            for (String id : MEASURES.getOrDefault(patient.program(), List.of())) {
                var measure = CATALOGUE.measure(id).orElseThrow();
                int every = id.equals("ODI") ? 4 : id.equals("PROMIS-PF") ? 2 : 1;
                for (int week = 0; week < WEEKS; week += every) {
                    lines.add("%d,%d,%s,%s"
                            .formatted(patient.number(), 7 * week, id, value(answers, patient, measure, week)));
                }
            }
        }
        return lines;
    }

    private static double value(Answers answers, SimulatedPatient patient, Measure measure, int week) {
        var items = answers.items(patient, measure, week);
        var score = items.isEmpty()
                ? Scorer.score(measure, answers.total(patient, measure, week).doubleValue())
                : Scorer.score(measure, items);
        return ((Score.Scored) score).value();
    }

    private static double rate(Population population, Trajectory trajectory, Set<String> escalated) {
        var patients = population.patients().stream()
                .filter(patient -> patient.trajectory() == trajectory)
                .map(patient -> Integer.toString(patient.number()))
                .toList();
        return (double) patients.stream().filter(escalated::contains).count() / patients.size();
    }
}
