package io.github.throughline.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScorerTest {

    private static final MeasureCatalogue CATALOGUE = MeasureCatalogue.standard();

    static Stream<String> goldenScores() throws IOException {
        try (InputStream in = ScorerTest.class.getResourceAsStream("golden-scores.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goldenScores")
    void goldenScore(String line) {
        // Given
        List<String> fields = List.of(line.split(";"));
        Double total = fields.get(2).equals("-") ? null : Double.valueOf(fields.get(2));

        // When
        var score = score(fields.get(0), answers(fields.get(1)), total);

        // Then
        assertThat(outcome(score)).isEqualTo(fields.get(3));
    }

    @Test
    void itemsCountMoreThanATotalThatComesWithThem() {
        assertThat(score("PEG", answers("7,8,6"), 2.0)).isEqualTo(new Score.Scored(7, List.of()));
    }

    @Test
    void anItemThatIsNotKnownIsNamed() {
        assertThat(score("PEG", Map.of("4", 1), null)).isEqualTo(new Score.Refused(Score.Code.UNKNOWN_ITEM, "items.4"));
    }

    @Test
    void anAnswerOutOfRangeIsNamed() {
        assertThat(score("PHQ-9", answers("1,1,7"), null))
                .isEqualTo(new Score.Refused(Score.Code.ITEM_OUT_OF_RANGE, "items.3"));
    }

    @Test
    void aSafetyAnswerIsReportedBesideTheTotal() {
        assertThat(score("PHQ-9", answers("0,0,0,0,0,0,0,0,1"), null))
                .isEqualTo(new Score.Scored(1, List.of(new SafetyAnswer("9", 1))));
    }

    @Test
    void aSafetyAnswerIsReportedWithoutATotal() {
        assertThat(score("PHQ-9", answers("-,-,-,-,-,-,-,-,2"), null))
                .isEqualTo(new Score.Unscorable(Score.Reason.TOO_FEW_ANSWERS, List.of(new SafetyAnswer("9", 2))));
    }

    @Test
    void noThoughtOfHarmIsNoSafetyAnswer() {
        assertThat(score("PHQ-9", answers("3,3,3,3,3,3,3,3,0"), null)).isEqualTo(new Score.Scored(24, List.of()));
    }

    @Test
    void aTotalThatNeedsASafetyAnswerReportsTheLeastThatItProves() {
        assertThat(score("PHQ-9", Map.of(), 24.0)).isEqualTo(new Score.Scored(24, List.of()));
        assertThat(score("PHQ-9", Map.of(), 25.0)).isEqualTo(new Score.Scored(25, List.of(new SafetyAnswer("9", 1))));
        assertThat(score("PHQ-9", Map.of(), 26.0)).isEqualTo(new Score.Scored(26, List.of(new SafetyAnswer("9", 2))));
        assertThat(score("PHQ-9", Map.of(), 27.0)).isEqualTo(new Score.Scored(27, List.of(new SafetyAnswer("9", 3))));
    }

    @Test
    void whereThePatientChoseFourActivitiesAllFourAreNeededAndNoOther() {
        // Given
        Measure four = CATALOGUE.measure("PSFS").orElseThrow().asking(4);

        // Then
        assertThat(Scorer.score(four, answers("3,4,5,7"))).isEqualTo(new Score.Scored(4.8, List.of()));
        assertThat(outcome(Scorer.score(four, answers("3,4,5,-")))).isEqualTo("TOO_FEW_ANSWERS");
        assertThat(outcome(Scorer.score(four, answers("3,4,5,7,8")))).isEqualTo("UNKNOWN_ITEM");
        assertThat(outcome(Scorer.score(four, 4.8))).isEqualTo("4.8");
        assertThat(outcome(Scorer.score(four, 4.7))).isEqualTo("IMPOSSIBLE_TOTAL");
    }

    private static Score score(String measure, Map<String, Integer> items, @Nullable Double total) {
        return Scorer.score(CATALOGUE.measure(measure).orElseThrow(), items, total);
    }

    private static Map<String, Integer> answers(String text) {
        var answers = new TreeMap<String, Integer>();
        String[] parts = text.split(",");
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].equals("-")) {
                answers.put(String.valueOf(i + 1), Integer.valueOf(parts[i]));
            }
        }
        return answers;
    }

    private static String outcome(Score score) {
        return switch (score) {
            case Score.Scored scored -> String.valueOf(scored.value()).replaceFirst("\\.0$", "");
            case Score.Unscorable unscorable -> unscorable.reason().name();
            case Score.Refused refused -> refused.code().name();
        };
    }
}
