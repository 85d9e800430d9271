package io.github.throughline.measures;

import io.github.throughline.signedplan.Threshold;
import io.github.throughline.signedplan.Threshold.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a measure that means something, e.g. its MDC or MCID.
 *
 * @param value in unit
 * @param source citation
 * @param verify found in secondary sources only
 * @param lawful what a plan may say instead, in unit; null: half to twice the value
 * @param byBaseline other values for known baselines, by rising upper bound; may be empty
 */
public record Change(
        double value,
        Unit unit,
        String source,
        boolean verify,
        @Nullable LawfulRange lawful,
        List<Band> byBaseline) {

    public Change {
        byBaseline = byBaseline == null ? List.of() : List.copyOf(byBaseline);
    }

    /**
     * The value for baselines up to a bound.
     *
     * @param upTo highest baseline, in points of the measure
     * @param value in the unit of the change
     * @param source citation
     * @param verify found in secondary sources only
     */
    public record Band(double upTo, double value, String source, boolean verify) {}

    /**
     * The change as a plan's term.
     *
     * @param baseline in points of the measure; null: not known at signing
     */
    public Threshold threshold(@Nullable Double baseline) {
        if (baseline != null) {
            for (Band band : byBaseline) {
                if (baseline <= band.upTo()) {
                    return threshold(band.value(), band.source(), band.verify());
                }
            }
        }
        return threshold(value, source, verify);
    }

    private Threshold threshold(double number, String from, boolean toVerify) {
        return new Threshold(number, unit, Sourced.citation(from, toVerify));
    }
}
