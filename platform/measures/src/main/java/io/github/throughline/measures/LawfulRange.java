package io.github.throughline.measures;

import java.math.BigDecimal;

/**
 * What a plan may say instead of a default, so that no slip of the pen makes noise a stall or hides one.
 *
 * @param atLeast in the unit of the default
 * @param atMost in the unit of the default
 */
public record LawfulRange(double atLeast, double atMost) {

    /** Half to twice the default: where the catalogue names no range of its own. */
    static LawfulRange around(double value) {
        return new LawfulRange(value / 2, value * 2);
    }

    boolean has(double value) {
        return value >= atLeast && value <= atMost;
    }

    /** E.g. 0.5 to 2. */
    @Override
    public String toString() {
        return "%s to %s".formatted(plain(atLeast), plain(atMost));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
