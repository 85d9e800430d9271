package io.github.throughline.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScoringPropertiesTest {

    /** A measure with items, and answers to some of them. */
    record Answered(Measure measure, Map<String, Integer> answers) {

        double total() {
            return ((Score.Scored) Scorer.score(measure, answers)).value();
        }
    }

    @Property(tries = 500)
    void totalIsInRange(@ForAll("answered") Answered answered) {
        assertThat(answered.total())
                .isBetween(
                        answered.measure().minimum().doubleValue(),
                        answered.measure().maximum().doubleValue());
    }

    @Property(tries = 500)
    void computedTotalIsOneThatTheInstrumentCanProduce(@ForAll("answered") Answered answered) {
        assertThat(answered.measure().canTotal(BigDecimal.valueOf(answered.total())))
                .isTrue();
        assertThat(Scorer.score(answered.measure(), answered.total())).isInstanceOf(Score.Scored.class);
    }

    @Property(tries = 500)
    void higherAnswerNeverLowersTheTotal(@ForAll("answered") Answered answered, @ForAll int choice) {
        // Given
        var ids = answered.answers().keySet().stream().sorted().toList();
        String id = ids.get(Math.floorMod(choice, ids.size()));
        var raised = new HashMap<>(answered.answers());
        raised.merge(id, 1, Integer::sum);
        Assume.that(answered.measure().item(id).orElseThrow().canBe(raised.getOrDefault(id, 0)));

        // When
        double total = new Answered(answered.measure(), raised).total();

        // Then
        assertThat(total).isGreaterThanOrEqualTo(answered.total());
    }

    @Property(tries = 200)
    void worstAnswersGiveTheWorstTotal(@ForAll("answered") Answered answered) {
        // Given
        var worst = new HashMap<String, Integer>();
        answered.measure().items().forEach(item -> worst.put(item.id(), item.maximum()));

        // When // Then
        assertThat(new Answered(answered.measure(), worst).total())
                .isEqualTo(answered.measure().maximum().doubleValue());
    }

    @Property(tries = 500)
    void aTotalProvesNoMoreThanWasAnswered(@ForAll("answered") Answered answered) {
        // Given
        Assume.that(answered.answers().size() == answered.measure().items().size());

        // When
        var proven = ((Score.Scored) Scorer.score(answered.measure(), answered.total())).safetyAnswers();

        // Then
        assertThat(proven)
                .allMatch(answer -> answer.answer() <= answered.answers().getOrDefault(answer.item(), -1));
    }

    @Provide
    Arbitrary<Answered> answered() {
        var measures = MeasureCatalogue.standard().measures().stream()
                .filter(measure -> !measure.items().isEmpty())
                .toList();
        return Arbitraries.of(measures).flatMap(ScoringPropertiesTest::answersTo);
    }

    private static Arbitrary<Answered> answersTo(Measure measure) {
        var item = measure.items().getFirst();
        int items = measure.items().size();
        Arbitrary<Integer> missing =
                Arbitraries.integers().between(0, items - measure.scoring().atLeastAnswered());
        var values = Arbitraries.integers()
                .between(item.minimum(), item.maximum())
                .list()
                .ofSize(items);
        return Combinators.combine(values, missing).as((answers, left) -> {
            var map = new HashMap<String, Integer>();
            for (int i = left; i < items; i++) {
                map.put(measure.items().get(i).id(), answers.get(i));
            }
            return new Answered(measure, map);
        });
    }
}
