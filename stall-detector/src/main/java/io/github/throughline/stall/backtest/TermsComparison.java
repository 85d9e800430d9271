package io.github.throughline.stall.backtest;

import io.github.throughline.stall.backtest.BacktestReport.Escalations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What several files of terms find in the same histories.
 *
 * @param names of the terms
 * @param results one for each
 */
public record TermsComparison(List<String> names, List<BacktestResult> results) {

    /** In the place of a file: the terms that ship. */
    public static final String CATALOGUE = "catalogue";

    private static final int MOST_ROWS = 40;
    private static final int MOST_WIDTH = 40;

    public TermsComparison {
        names = List.copyOf(names);
        results = List.copyOf(results);
    }

    /** Runs a backtest with each. */
    public static TermsComparison of(BacktestOptions options, List<String> terms) {
        return new TermsComparison(
                terms,
                terms.stream().map(file -> Backtest.run(options.by(file(file)))).toList());
    }

    private static @Nullable Path file(String terms) {
        return terms.equals(CATALOGUE) ? null : Path.of(terms);
    }

    /** Whether every line of the files could be used. */
    public boolean isClean() {
        return results.stream().allMatch(BacktestResult::isClean);
    }

    /** What each finds of the patients of whom they do not find the same, in words, by patient. */
    public Map<String, List<String>> differences() {
        List<Map<String, String>> found =
                results.stream().map(TermsComparison::byPatient).toList();
        var patients = new LinkedHashSet<String>();
        found.forEach(one -> patients.addAll(one.keySet()));
        var differences = new LinkedHashMap<String, List<String>>();
        for (String patient : patients) {
            List<String> cells =
                    found.stream().map(one -> one.getOrDefault(patient, "-")).toList();
            if (cells.stream().distinct().count() > 1) {
                differences.put(patient, cells);
            }
        }
        return differences;
    }

    private static Map<String, String> byPatient(BacktestResult result) {
        return result.escalations().stream()
                .filter(escalation -> !escalation.isWithdrawn())
                .collect(Collectors.groupingBy(
                        BacktestEscalation::patient,
                        LinkedHashMap::new,
                        Collectors.mapping(TermsComparison::words, Collectors.joining("; "))));
    }

    private static String words(BacktestEscalation escalation) {
        Long ended = escalation.endedAtDay();
        return "%s %s day %d%s"
                .formatted(
                        escalation.rule(),
                        escalation.measure(),
                        escalation.raisedAtDay(),
                        ended == null ? "" : " to " + ended);
    }

    /** As people read it in a terminal. */
    public List<String> lines() {
        Map<String, List<String>> differences = differences();
        int width = Stream.concat(names.stream(), differences.values().stream().flatMap(List::stream))
                .mapToInt(String::length)
                .map(length -> Math.min(length, MOST_WIDTH))
                .max()
                .orElse(0);
        var lines = new ArrayList<String>();
        BacktestReport first = results.getFirst().report();
        lines.add("%d patients, %d readings".formatted(first.patients(), first.readings()));
        lines.add("");
        lines.add(figures(width, "", "sens", "spec", "ppv", "alerts", "escalations"));
        for (int i = 0; i < names.size(); i++) {
            lines.add(figures(width, results.get(i).report(), names.get(i)));
        }
        lines.add("");
        lines.add("Of %d patients they find the same, of %d they do not."
                .formatted(first.patients() - differences.size(), differences.size()));
        if (!differences.isEmpty()) {
            lines.add(row(width, "patient", names));
            differences.entrySet().stream()
                    .limit(MOST_ROWS)
                    .forEach(difference -> lines.add(row(width, difference.getKey(), difference.getValue())));
        }
        if (differences.size() > MOST_ROWS) {
            lines.add("  and %d more".formatted(differences.size() - MOST_ROWS));
        }
        return lines;
    }

    private static String figures(int width, BacktestReport report, String name) {
        Accuracy raised = report.raised();
        Escalations escalations = report.escalations();
        return figures(
                width,
                name,
                raised == null ? "" : BacktestTable.figure(raised.sensitivity(), 2),
                raised == null ? "" : BacktestTable.figure(raised.specificity(), 2),
                raised == null ? "" : BacktestTable.figure(raised.ppv(), 2),
                BacktestTable.figure(report.alertsPer100(), 1),
                String.valueOf(escalations.total()));
    }

    private static String figures(
            int width, String name, String sens, String spec, String ppv, String alerts, String escalations) {
        return "  %s %6s %6s %6s %8s %12s".formatted(cell(width, name), sens, spec, ppv, alerts, escalations);
    }

    private static String row(int width, String patient, List<String> cells) {
        return "  %-16s  %s"
                .formatted(
                        patient, cells.stream().map(text -> cell(width, text)).collect(Collectors.joining("  ")))
                .stripTrailing();
    }

    private static String cell(int width, String text) {
        String shown = text.length() > width ? text.substring(0, width - 3) + "..." : text;
        return shown + " ".repeat(width - shown.length());
    }
}
