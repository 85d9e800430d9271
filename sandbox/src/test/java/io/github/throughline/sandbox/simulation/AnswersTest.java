package io.github.throughline.sandbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final MeasureCatalogue CATALOGUE = MeasureCatalogue.standard();

    private final Answers answers = new Answers(3);
    private final SimulatedPatient patient = Population.of(3, 4, 16).patients().getFirst();

    @Test
    void everyAnswerIsOneThatTheItemAllows() {
        for (Measure measure : CATALOGUE.measures()) {
            for (int week = 0; week < 16; week++) {
                var given = answers.items(patient, measure, week);
                assertThat(given).hasSize(measure.items().size());
                measure.items()
                        .forEach(item -> assertThat(given.get(item.id())).isBetween(item.minimum(), item.maximum()));
            }
        }
    }

    @Test
    void aSeedGivesTheSameAnswersAgainInWhateverOrderTheyAreAskedFor() {
        // Given
        var pain = CATALOGUE.measure("NPRS").orElseThrow();
        var forwards = IntStream.range(0, 16)
                .mapToObj(week -> answers.items(patient, pain, week))
                .toList();

        // When
        var again = new Answers(3);
        var backwards = IntStream.range(0, 16)
                .mapToObj(week -> again.items(patient, pain, 15 - week))
                .toList();

        // Then
        assertThat(backwards.reversed()).isEqualTo(forwards);
    }

    @Test
    void everyTotalIsOneThatTheMeasureAllows() {
        CATALOGUE.measures().stream()
                .filter(measure -> measure.items().isEmpty())
                .forEach(measure -> assertThat(measure.canTotal(answers.total(patient, measure, 5)))
                        .isTrue());
    }

    @Test
    void weeklyPainIsAsNoisyAsDiariesAre() {
        // Given
        var pain = CATALOGUE.measure("NPRS").orElseThrow();
        var steady = new SimulatedPatient(
                9,
                "N",
                Trajectory.NON_RESPONDER,
                "p",
                patient.zone(),
                5,
                0,
                Integer.MAX_VALUE,
                patient.route(),
                patient.provider(),
                patient.consent());

        // When
        var values = IntStream.range(20, 420)
                .map(week -> answers.items(steady, pain, week).getOrDefault("1", 0))
                .summaryStatistics();
        var deviation = Math.sqrt(IntStream.range(20, 420)
                .mapToDouble(week -> answers.items(steady, pain, week).getOrDefault("1", 0) - values.getAverage())
                .map(d -> d * d)
                .average()
                .orElseThrow());

        // Then
        assertThat(deviation).isBetween(0.8, 1.1);
    }
}
