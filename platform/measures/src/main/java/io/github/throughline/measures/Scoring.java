package io.github.throughline.measures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a measure's total comes from its items.
 *
 * @param missing what becomes of an item without an answer; null: there are no items
 * @param atLeastAnswered with fewer answers there is no total
 * @param decimals the total is rounded to so many decimals, half up
 * @param table of a look-up: the total of each raw sum, from the lowest sum on; else empty
 * @param source citation of rule, missing rule and rounding
 * @param verify found in secondary sources only
 */
public record Scoring(
        Rule rule,
        @Nullable Missing missing,
        int atLeastAnswered,
        int decimals,
        List<BigDecimal> table,
        String source,
        boolean verify) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Scoring {
        table = table == null ? List.of() : List.copyOf(table);
    }

    /** How answers become a total. */
    public enum Rule {
        /** Sum of all items. */
        SUM,
        /** Mean of the items. */
        MEAN,
        /** Where the mean of the answers lies between an item's lowest and highest, in percent. */
        PERCENT_OF_RANGE,
        /** What a table says of the sum of all items. */
        LOOKUP,
        /** The total is computed elsewhere and given. */
        GIVEN
    }

    /** What becomes of an item without an answer. */
    public enum Missing {
        /** Without all answers there is no total. */
        NO_TOTAL,
        /** It takes the mean of the others. */
        MEAN_OF_THE_OTHERS,
        /** It counts 0, as a statement that was not ticked. */
        ZERO
    }

    /**
     * The total of so many answers.
     *
     * @param sum of the answers
     * @param answered how many there are
     */
    BigDecimal total(List<Measure.Item> items, int sum, int answered) {
        BigDecimal points = BigDecimal.valueOf(sum);
        int counted = missing == Missing.ZERO ? items.size() : answered;
        return switch (rule) {
            case SUM -> divide(points.multiply(BigDecimal.valueOf(items.size())), counted);
            case MEAN -> divide(points, counted);
            case PERCENT_OF_RANGE -> percent(items.getFirst(), sum, counted);
            case LOOKUP -> table.get(sum - lowest(items)).stripTrailingZeros();
            case GIVEN -> throw new IllegalStateException("a given total is not computed");
        };
    }

    private BigDecimal percent(Measure.Item item, int sum, int answered) {
        BigDecimal above = BigDecimal.valueOf(sum - answered * item.minimum());
        return divide(above.multiply(HUNDRED), answered * (item.maximum() - item.minimum()));
    }

    private BigDecimal divide(BigDecimal points, int by) {
        return points.divide(BigDecimal.valueOf(by), decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    /** Whether a total of the measure's range can come about. */
    boolean canTotal(List<Measure.Item> items, BigDecimal total) {
        BigDecimal plain = total.stripTrailingZeros();
        return rule == Rule.GIVEN ? plain.scale() <= decimals : totals(items).contains(plain);
    }

    /** Every total that the items can produce. */
    Set<BigDecimal> totals(List<Measure.Item> items) {
        var totals = new HashSet<BigDecimal>();
        int fewest = missing == Missing.MEAN_OF_THE_OTHERS ? atLeastAnswered : items.size();
        for (int answered = fewest; answered <= items.size(); answered++) {
            int answers = answered;
            IntStream.rangeClosed(
                            answers * items.getFirst().minimum(),
                            answers * items.getFirst().maximum())
                    .forEach(sum -> totals.add(total(items, sum, answers)));
        }
        return totals;
    }

    /** How many raw sums all items together can have. */
    static int sums(List<Measure.Item> items) {
        return items.isEmpty()
                ? 0
                : items.size() * (items.getFirst().maximum() - items.getFirst().minimum()) + 1;
    }

    private static int lowest(List<Measure.Item> items) {
        return items.size() * items.getFirst().minimum();
    }
}
