package io.github.throughline.measures;

import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a plan's own stall terms with what the catalogue allows. */
public final class LawfulTerms {

    private final Measure measure;
    private final @Nullable Double baseline;
    private final List<Fault> faults = new ArrayList<>();

    private LawfulTerms(Measure measure, @Nullable Double baseline) {
        this.measure = measure;
        this.baseline = baseline;
    }

    /**
     * A term that the catalogue does not allow.
     *
     * @param term its field in the terms, e.g. plateau.windowWeeks
     * @param reason what is allowed
     */
    public record Fault(String term, String reason) {}

    /**
     * Every term that the catalogue does not allow.
     *
     * @param baseline in points of the measure; null: not known at signing
     */
    public static List<Fault> faults(Measure measure, StallTerms terms, @Nullable Double baseline) {
        var check = new LawfulTerms(measure, baseline);
        StallDefaults stall = measure.stall();
        check.change("measurementError", measure.measurementError(), terms.measurementError());
        check.change("importantChange", measure.importantChange(), terms.importantChange());
        check.change("plateau.response", stall.response(), terms.plateau().response());
        check.change("plateau.progress", stall.progress(), terms.plateau().progress());
        check.number(
                "plateau.minimumWeeks", stall.minimumWeeks(), terms.plateau().minimumWeeks());
        check.number(
                "plateau.minimumReadings",
                stall.minimumReadings(),
                terms.plateau().minimumReadings());
        check.number("plateau.windowWeeks", stall.windowWeeks(), terms.plateau().windowWeeks());
        check.number(
                "plateau.confirmingReadings",
                stall.plateauConfirmingReadings(),
                terms.plateau().confirmingReadings());
        check.number(
                "regression.confirmingReadings",
                stall.regressionConfirmingReadings(),
                terms.regression().confirmingReadings());
        check.number(
                "regression.muchWorse",
                stall.regressionMuchWorse(),
                terms.regression().muchWorse());
        return check.faults;
    }

    private void change(String term, Change known, Threshold said) {
        Threshold usual = known.threshold(baseline);
        LawfulRange lawful = known.lawful() == null ? LawfulRange.around(usual.value()) : known.lawful();
        String unit = usual.unit() == Threshold.Unit.POINTS ? "points" : "% of the baseline";
        Double value = inUnitOf(usual, said);
        if (value == null) {
            fault(term, "is to be in %s as long as the plan names no baseline".formatted(unit));
        } else if (!lawful.has(value)) {
            fault(term, "%s allows %s %s".formatted(measure.id(), lawful, unit));
        }
    }

    /** The value in the unit of the usual one; null: it can not be told without a baseline. */
    private @Nullable Double inUnitOf(Threshold usual, Threshold said) {
        if (said.unit() == usual.unit()) {
            return said.value();
        }
        if (baseline == null || baseline == 0) {
            return null;
        }
        return usual.unit() == Threshold.Unit.POINTS ? said.points(baseline) : said.value() * 100 / Math.abs(baseline);
    }

    private void number(String term, Sourced known, double said) {
        LawfulRange lawful = known.lawful() == null ? LawfulRange.around(known.value()) : known.lawful();
        if (!lawful.has(said)) {
            fault(term, "%s allows %s".formatted(measure.id(), lawful));
        }
    }

    private void fault(String term, String reason) {
        faults.add(new Fault(term, reason));
    }
}
