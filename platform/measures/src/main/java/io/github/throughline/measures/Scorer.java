package io.github.throughline.measures;

import io.github.throughline.measures.Score.Code;
import io.github.throughline.measures.Score.Reason;
import io.github.throughline.measures.Score.Refused;
import io.github.throughline.measures.Score.Scored;
import io.github.throughline.measures.Score.Unscorable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores answers by the catalogue: from items whenever there are some, else from a total that the instrument can produce. */
public final class Scorer {

    /** Version of the scorer; it changes with anything that changes a score. */
    public static final String VERSION = "1";

    private Scorer() {}

    /**
     * Scores what was given for a measure.
     *
     * @param items answers by item id; an item without an answer is left out; may be empty
     * @param total total as given; it counts only where there are no items; null: none
     */
    public static Score score(Measure measure, Map<String, Integer> items, @Nullable Double total) {
        if (!items.isEmpty()) {
            return score(measure, items);
        }
        return total == null ? nothing(measure) : score(measure, total);
    }

    /** Scores a total that comes without items; a safety answer that it could not come about without is one. */
    public static Score score(Measure measure, double total) {
        if (!measure.acceptsTotal()) {
            return new Refused(Code.ITEMS_REQUIRED, "items");
        }
        boolean possible = Double.isFinite(total) && measure.canTotal(BigDecimal.valueOf(total));
        return possible
                ? new Scored(total, provenAnswers(measure, BigDecimal.valueOf(total)))
                : new Refused(Code.IMPOSSIBLE_TOTAL, "total");
    }

    /** Scores answers, by item id. */
    public static Score score(Measure measure, Map<String, Integer> items) {
        if (measure.items().isEmpty()) {
            return new Refused(Code.TOTAL_REQUIRED, "total");
        }
        Optional<Refused> refused = refusal(measure, items);
        if (refused.isPresent()) {
            return refused.get();
        }
        List<SafetyAnswer> safety = safetyAnswers(measure, items);
        if (items.size() < measure.scoring().atLeastAnswered()) {
            return new Unscorable(Reason.TOO_FEW_ANSWERS, safety);
        }
        int sum = items.values().stream().mapToInt(Integer::intValue).sum();
        return new Scored(
                measure.scoring().total(measure.items(), sum, items.size()).doubleValue(), safety);
    }

    private static Score nothing(Measure measure) {
        return measure.items().isEmpty()
                ? new Refused(Code.TOTAL_REQUIRED, "total")
                : new Refused(Code.ITEMS_REQUIRED, "items");
    }

    private static Optional<Refused> refusal(Measure measure, Map<String, Integer> items) {
        return items.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(answer -> refusal(measure, answer.getKey(), answer.getValue()).stream())
                .findFirst();
    }

    private static Optional<Refused> refusal(Measure measure, String item, int answer) {
        return measure.item(item)
                .map(known -> known.canBe(answer)
                        ? Optional.<Refused>empty()
                        : Optional.of(new Refused(Code.ITEM_OUT_OF_RANGE, "items." + item)))
                .orElseGet(() -> Optional.of(new Refused(Code.UNKNOWN_ITEM, "items." + item)));
    }

    /** Safety answers with the least value that a total proves: that of the item where all others have their highest. */
    private static List<SafetyAnswer> provenAnswers(Measure measure, BigDecimal total) {
        return measure.safetyItems().stream()
                .map(safety -> new SafetyAnswer(safety.item(), leastAnswer(measure, safety.item(), total)))
                .filter(measure::isSafety)
                .toList();
    }

    /** Nobody tells whether an answer was missing where the total was made: it counts as if none was. */
    private static int leastAnswer(Measure measure, String item, BigDecimal total) {
        Measure.Item asked = measure.item(item).orElseThrow();
        List<Measure.Item> items = measure.items();
        int others = items.stream().mapToInt(Measure.Item::maximum).sum() - asked.maximum();
        return IntStream.range(asked.minimum(), asked.maximum())
                .filter(answer -> measure.scoring()
                                .total(items, answer + others, items.size())
                                .compareTo(total)
                        >= 0)
                .findFirst()
                .orElse(asked.maximum());
    }

    private static List<SafetyAnswer> safetyAnswers(Measure measure, Map<String, Integer> items) {
        return measure.safetyItems().stream()
                .filter(safety -> items.getOrDefault(safety.item(), safety.above()) > safety.above())
                .map(safety -> new SafetyAnswer(safety.item(), items.getOrDefault(safety.item(), 0)))
                .toList();
    }
}
