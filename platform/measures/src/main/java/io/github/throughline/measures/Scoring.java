package io.github.throughline.measures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How a measure's total comes from its items.
 *
 * @param atLeastAnswered with fewer answers there is no total
 * @param decimals the total is rounded to so many decimals, half up
 * @param source citation of rule, missing rule and rounding
 * @param verify found in secondary sources only
 */
public record Scoring(Rule rule, int atLeastAnswered, int decimals, String source, boolean verify) {

    /** How answers become a total. A missing answer takes the mean of the others. */
    public enum Rule {
        /** Sum of all items. */
        SUM,
        /** Mean of the items. */
        MEAN,
        /** Sum of the answers as percent of the highest sum that was possible with them; items begin at 0. */
        PERCENT_OF_MAXIMUM,
        /** The total is computed elsewhere and given. */
        GIVEN
    }

    /**
     * The total of so many answers.
     *
     * @param sum of the answers
     * @param answered how many there are
     */
    BigDecimal total(List<Measure.Item> items, int sum, int answered) {
        BigDecimal points = BigDecimal.valueOf(sum);
        return switch (rule) {
            case SUM -> divide(points.multiply(BigDecimal.valueOf(items.size())), answered);
            case MEAN -> divide(points, answered);
            case PERCENT_OF_MAXIMUM ->
                divide(
                        points.multiply(BigDecimal.valueOf(100)),
                        answered * items.getFirst().maximum());
            case GIVEN -> throw new IllegalStateException("a given total is not computed");
        };
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
        for (int answered = atLeastAnswered; answered <= items.size(); answered++) {
            int answers = answered;
            IntStream.rangeClosed(
                            answers * items.getFirst().minimum(),
                            answers * items.getFirst().maximum())
                    .forEach(sum -> totals.add(total(items, sum, answers)));
        }
        return totals;
    }
}
