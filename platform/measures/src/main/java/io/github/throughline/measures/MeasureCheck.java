package io.github.throughline.measures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a measure must keep to; each fault names its field. */
final class MeasureCheck {

    private final Measure measure;
    private final List<String> faults = new ArrayList<>();

    private MeasureCheck(Measure measure) {
        this.measure = measure;
    }

    static List<String> faults(Measure measure) {
        var check = new MeasureCheck(measure);
        check.items();
        if (check.faults.isEmpty()) {
            check.scoring();
        }
        check.changes();
        check.stall();
        return check.faults;
    }

    private void items() {
        Set<String> ids = new HashSet<>();
        for (Measure.Item item : measure.items()) {
            require(ids.add(item.id()), "items", "%s stands twice", item.id());
            require(item.minimum() < item.maximum(), "items", "%s has an empty range", item.id());
        }
        require(
                measure.items().stream()
                                .map(i -> List.of(i.minimum(), i.maximum()))
                                .distinct()
                                .count()
                        <= 1,
                "items",
                "must share one range");
        for (Measure.SafetyItem safety : measure.safetyItems()) {
            require(ids.contains(safety.item()), "safetyItems", "%s is not an item", safety.item());
        }
    }

    private void scoring() {
        Scoring scoring = measure.scoring();
        sourced("scoring", scoring.source());
        boolean given = scoring.rule() == Scoring.Rule.GIVEN;
        require(given == measure.items().isEmpty(), "scoring.rule", "GIVEN goes with no items, and only with none");
        require(!given || measure.acceptsTotal(), "acceptsTotal", "must be true where there are no items");
        require(scoring.decimals() >= 0 && scoring.decimals() <= 3, "scoring.decimals", "must be 0 to 3");
        require(measure.minimum().compareTo(measure.maximum()) < 0, "maximum", "must be above minimum");
        if (!given) {
            missing(scoring);
        }
        lookup(scoring);
        require(
                !measure.patientItems() || scoring.rule() == Scoring.Rule.MEAN,
                "patientItems",
                "goes with MEAN only: with fewer items any other total has another range");
        if (faults.isEmpty()) {
            range(scoring);
        }
    }

    private void missing(Scoring scoring) {
        int items = measure.items().size();
        boolean all = scoring.missing() == Scoring.Missing.NO_TOTAL;
        require(scoring.missing() != null, "scoring.missing", "is missing");
        require(
                scoring.atLeastAnswered() >= (all ? items : 1) && scoring.atLeastAnswered() <= items,
                "scoring.atLeastAnswered",
                all ? "must be the number of items" : "must be 1 to the number of items");
        require(
                scoring.missing() != Scoring.Missing.ZERO
                        || measure.items().getFirst().minimum() == 0,
                "scoring.missing",
                "ZERO goes with items that begin at 0");
    }

    private void lookup(Scoring scoring) {
        boolean lookup = scoring.rule() == Scoring.Rule.LOOKUP;
        require(
                scoring.table().size() == (lookup ? Scoring.sums(measure.items()) : 0),
                "scoring.table",
                lookup ? "must have a total for each sum of the items" : "goes with LOOKUP only");
        require(
                !lookup || scoring.missing() == Scoring.Missing.NO_TOTAL,
                "scoring.missing",
                "must be NO_TOTAL for a LOOKUP");
        require(!lookup || measure.safetyItems().isEmpty(), "safetyItems", "can not be read from a LOOKUP");
        require(
                scoring.table().stream().allMatch(total -> total.scale() <= scoring.decimals()),
                "scoring.table",
                "has more decimals than scoring.decimals");
    }

    private void range(Scoring scoring) {
        boolean fits = measure.canTotal(measure.minimum())
                && measure.canTotal(measure.maximum())
                && (scoring.rule() == Scoring.Rule.GIVEN
                        || scoring.totals(measure.items()).stream().allMatch(measure::isInRange));
        require(fits, "maximum", "minimum and maximum are not what the items can produce");
    }

    private void changes() {
        change("measurementError", measure.measurementError());
        change("importantChange", measure.importantChange());
        change("stall.response", measure.stall().response());
        change("stall.progress", measure.stall().progress());
        Sourced target = measure.target();
        if (target != null) {
            sourced("target", target.source());
            require(
                    target.value() >= measure.minimum().doubleValue()
                            && target.value() <= measure.maximum().doubleValue(),
                    "target",
                    "is outside the range");
        }
    }

    private void change(String field, Change change) {
        require(change.value() > 0, field, "must be above 0");
        lawful(field, change.value(), change.lawful());
        sourced(field, change.source());
        double below = Double.NEGATIVE_INFINITY;
        for (Change.Band band : change.byBaseline()) {
            require(band.upTo() > below && band.value() > 0, field, "byBaseline must rise and be above 0");
            sourced(field + ".byBaseline", band.source());
            below = band.upTo();
        }
    }

    private void stall() {
        StallDefaults stall = measure.stall();
        count("stall.minimumWeeks", stall.minimumWeeks(), 1);
        count("stall.minimumReadings", stall.minimumReadings(), 3);
        count("stall.windowWeeks", stall.windowWeeks(), 1);
        count("stall.plateauConfirmingReadings", stall.plateauConfirmingReadings(), 1);
        count("stall.regressionConfirmingReadings", stall.regressionConfirmingReadings(), 1);
        number("stall.regressionMuchWorse", stall.regressionMuchWorse());
        require(stall.regressionMuchWorse().value() >= 1, "stall.regressionMuchWorse", "must be at least 1");
    }

    private void count(String field, Sourced number, int atLeast) {
        number(field, number);
        require(
                number.value() >= atLeast && number.value() == Math.rint(number.value()),
                field,
                "must be a whole number of at least %s",
                atLeast);
    }

    private void number(String field, Sourced number) {
        sourced(field, number.source());
        lawful(field, number.value(), number.lawful());
    }

    private void lawful(String field, double value, @Nullable LawfulRange lawful) {
        require(lawful == null || lawful.has(value), field + ".lawful", "leaves out the value itself");
    }

    private void sourced(String field, String source) {
        require(!source.isBlank(), field, "has no source");
    }

    private void require(boolean kept, String field, String fault, Object... arguments) {
        if (!kept) {
            faults.add(field + ": " + fault.formatted(arguments));
        }
    }
}
