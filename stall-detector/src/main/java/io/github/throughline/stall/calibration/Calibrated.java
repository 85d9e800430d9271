package io.github.throughline.stall.calibration;

import io.github.throughline.measures.Measure;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import io.github.throughline.stall.backtest.Accuracy;
import io.github.throughline.stall.backtest.BacktestTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Terms that were chosen, and what to expect of them.
 *
 * @param usual the catalogue's terms
 * @param usually how the catalogue's terms do on all patients
 * @param fitted how the chosen ones do on the patients that they were chosen on
 * @param expected how terms that were chosen without them do on the others
 * @param isWithinBudget whether any terms keep within the budget on the patients that they were chosen on; where none do,
 *     these come nearest
 */
public record Calibrated(
        Measure measure,
        Calibration.Options options,
        StallTerms usual,
        StallTerms chosen,
        Accuracy usually,
        Accuracy fitted,
        Accuracy expected,
        boolean isWithinBudget) {

    private static final String ROW = "  %-44s %6s %6s %6s %8s";

    /** Whether the chosen terms are to be expected to keep within the budget on others, too. */
    public boolean isExpectedWithinBudget() {
        Double alerts = expected.alertsPer100();
        return isWithinBudget && alerts != null && alerts <= options.alertsPer100();
    }

    /** As people read it in a terminal. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%d patients with labels and readings of %s, base rate %s"
                .formatted(expected.patients(), measure.id(), BacktestTable.figure(expected.baseRate(), 2)));
        lines.add("");
        lines.add(ROW.formatted("", "sens", "spec", "ppv", "alerts"));
        lines.add(row("the catalogue's terms", usually));
        lines.add(row("chosen, on patients they were chosen on", fitted));
        lines.add(row("chosen, on others: what to expect", expected));
        lines.add("");
        Map<String, String> changes = changes();
        if (changes.isEmpty()) {
            lines.add("The catalogue's terms are as good as any that keep within %s alerts per 100."
                    .formatted(Calibration.plain(options.alertsPer100())));
        }
        changes.forEach((term, change) -> lines.add("  %-36s %s".formatted(term, change)));
        if (!isWithinBudget) {
            lines.add("No terms keep within %s alerts per 100; these come nearest."
                    .formatted(Calibration.plain(options.alertsPer100())));
        } else if (!isExpectedWithinBudget()) {
            lines.add("On other patients %s alerts per 100 are to be expected, more than the budget of %s."
                    .formatted(
                            BacktestTable.figure(expected.alertsPer100(), 1),
                            Calibration.plain(options.alertsPer100())));
        }
        return lines;
    }

    private static String row(String name, Accuracy accuracy) {
        return ROW.formatted(
                name,
                BacktestTable.figure(accuracy.sensitivity(), 2),
                BacktestTable.figure(accuracy.specificity(), 2),
                BacktestTable.figure(accuracy.ppv(), 2),
                BacktestTable.figure(accuracy.alertsPer100(), 1));
    }

    /** By term, from what to what. */
    Map<String, String> changes() {
        Map<String, String> before = numbers(usual);
        var changes = new TreeMap<String, String>();
        numbers(chosen).forEach((term, now) -> {
            if (!now.equals(before.get(term))) {
                changes.put(term, "%s -> %s".formatted(before.get(term), now));
            }
        });
        return changes;
    }

    private static Map<String, String> numbers(StallTerms terms) {
        return new TreeMap<>(Map.of(
                "plateau.minimumWeeks", String.valueOf(terms.plateau().minimumWeeks()),
                "plateau.windowWeeks", String.valueOf(terms.plateau().windowWeeks()),
                "plateau.confirmingReadings", String.valueOf(terms.plateau().confirmingReadings()),
                "plateau.response", number(terms.plateau().response()),
                "plateau.progress", number(terms.plateau().progress()),
                "regression.confirmingReadings",
                        String.valueOf(terms.regression().confirmingReadings())));
    }

    private static String number(Threshold threshold) {
        String value = Calibration.plain(threshold.value());
        return threshold.unit() == Threshold.Unit.POINTS
                ? value + (value.equals("1") ? " point" : " points")
                : value + " % of the baseline";
    }

    /** A file of terms, which says what to expect of it. */
    public String yaml() {
        var terms = new LinkedHashMap<String, Object>();
        terms.put("plateau", chosen.plateau());
        terms.put("regression", chosen.regression());
        return """
                # Terms of %s, chosen for at most %s alerts per 100 patients on %s (%d patients, base rate %s).
                # To expect, by cross-validation in %d parts (seed %d): sensitivity %s, specificity %s, PPV %s, %s alerts per 100.
                # The catalogue's terms on the same patients: sensitivity %s, specificity %s, PPV %s, %s alerts per 100.
                """.formatted(
                                measure.id(),
                                Calibration.plain(options.alertsPer100()),
                                options.histories().getFileName(),
                                expected.patients(),
                                BacktestTable.figure(expected.baseRate(), 2),
                                options.folds(),
                                options.seed(),
                                BacktestTable.figure(expected.sensitivity(), 2),
                                BacktestTable.figure(expected.specificity(), 2),
                                BacktestTable.figure(expected.ppv(), 2),
                                BacktestTable.figure(expected.alertsPer100(), 1),
                                BacktestTable.figure(usually.sensitivity(), 2),
                                BacktestTable.figure(usually.specificity(), 2),
                                BacktestTable.figure(usually.ppv(), 2),
                                BacktestTable.figure(usually.alertsPer100(), 1))
                + TermsYaml.of(measure, terms);
    }
}
