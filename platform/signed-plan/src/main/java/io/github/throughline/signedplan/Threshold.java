package io.github.throughline.signedplan;

/**
 * A change that a rule compares with.
 *
 * @param value in points of the measure, or percent of the baseline
 * @param source where the number comes from: a citation, the program's template or the plan
 */
public record Threshold(double value, Unit unit, String source) {

    /** Unit of a threshold's value. */
    public enum Unit {
        POINTS,
        PERCENT_OF_BASELINE
    }

    /**
     * The change in points of the measure.
     *
     * @param baseline in points of the measure
     */
    public double points(double baseline) {
        return unit == Unit.POINTS ? value : Math.abs(baseline) * value / 100;
    }
}
