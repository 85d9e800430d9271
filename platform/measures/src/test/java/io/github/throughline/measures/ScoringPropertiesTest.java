package io.github.throughline.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
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

        /** 1 where higher answers make a higher total; -1 where the table turns them round. */
        int rise() {
            var table = measure.scoring().table();
            return table.isEmpty() || table.getFirst().compareTo(table.getLast()) < 0 ? 1 : -1;
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
    void higherAnswerMovesTheTotalOneWay(@ForAll("answered") Answered answered, @ForAll int choice) {
        // Given
        var ids = answered.answers().keySet().stream().sorted().toList();
        String id = ids.get(Math.floorMod(choice, ids.size()));
        var raised = new HashMap<>(answered.answers());
        raised.merge(id, 1, Integer::sum);
        Assume.that(answered.measure().item(id).orElseThrow().canBe(raised.getOrDefault(id, 0)));

        // When
        double total = new Answered(answered.measure(), raised).total();

        // Then
        assertThat((total - answered.total()) * answered.rise()).isGreaterThanOrEqualTo(0);
    }

    @Property(tries = 200)
    void highestAnswersGiveOneEndOfTheRangeAndLowestTheOther(@ForAll("answered") Answered answered) {
        // Given
        var highest = new HashMap<String, Integer>();
        var lowest = new HashMap<String, Integer>();
        answered.measure().items().forEach(item -> {
            highest.put(item.id(), item.maximum());
            lowest.put(item.id(), item.minimum());
        });

        // When
        double top = new Answered(answered.measure(), highest).total();
        double bottom = new Answered(answered.measure(), lowest).total();

        // Then
        var ends = List.of(
                answered.measure().minimum().doubleValue(),
                answered.measure().maximum().doubleValue());
        assertThat(answered.rise() > 0 ? List.of(bottom, top) : List.of(top, bottom))
                .isEqualTo(ends);
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
