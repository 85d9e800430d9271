package io.github.throughline.stall.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A backtest's result as people read it in a terminal. */
public final class BacktestTable {

    private static final String ROW = "  %-48s %6s %6s %6s %8s  %s%n";
    private static final int MOST_REJECTIONS = 20;

    /** Figures of others say something beside figures for the same measure only. */
    private static final String PUBLISHED_FOR = "BDI";

    private BacktestTable() {}

    public static String render(BacktestResult result) {
        var text = new StringBuilder();
        BacktestReport report = result.report();
        text.append(line(
                "%d patients, %d readings, %d escalations%s, %s of 100 patients%n",
                report.patients(),
                report.readings(),
                report.escalations().total(),
                byRule(report),
                figure(report.alertsPer100(), 0)));
        rejections(report, text);
        if (report.raised() != null && report.inForce() != null) {
            labelled(report.raised(), report.inForce(), text);
        }
        if (!result.outlook().isEmpty()) {
            outlook(result, text);
        }
        return text.toString();
    }

    private static String byRule(BacktestReport report) {
        return report.escalations().byRule().entrySet().stream()
                .map(rule -> rule.getKey() + " " + rule.getValue())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), list -> list.isEmpty() ? "" : " (" + list + ")"));
    }

    private static void rejections(BacktestReport report, StringBuilder text) {
        report.rejections().stream()
                .limit(MOST_REJECTIONS)
                .forEach(rejected ->
                        text.append(line("  %s, line %d: %s%n", rejected.file(), rejected.line(), rejected.reason())));
        if (!report.rejections().isEmpty()) {
            text.append(
                    line("  %d lines could not be used%n", report.rejections().size()));
        }
    }

    private static void labelled(Accuracy raised, Accuracy inForce, StringBuilder text) {
        text.append(line(
                "%nAgainst the labels of %d patients, base rate %s%n",
                raised.patients(), figure(raised.baseRate(), 2)));
        header(text);
        row("an escalation was raised", raised, delay(raised), text);
        row("an escalation is in force at the end", inForce, delay(inForce), text);
    }

    private static void outlook(BacktestResult result, StringBuilder text) {
        List<Outlook.Row> rows = result.outlook();
        Accuracy first = rows.getFirst().accuracy();
        text.append(line(
                "%nFrom the first %d days: who will not have responded at the end (%d patients, base rate %s)%n",
                Outlook.DAY, first.patients(), figure(first.baseRate(), 2)));
        header(text);
        rows.forEach(row -> row(row.rule(), row.accuracy(), row.source(), text));
        if (result.measures().equals(Set.of(PUBLISHED_FOR))) {
            published(text);
        }
    }

    private static void published(StringBuilder text) {
        published("logistic model on eight features, at two cut-offs", ".72", ".77", ".39", "31", text);
        published("", ".60", ".86", ".46", "22", text);
        text.append(line(
                "  %-48s %6s %6s %6s %8s  %s%n",
                "best published detector", ".63", ".83", "", "", "Nelson 2013, base rate .10"));
    }

    private static void header(StringBuilder text) {
        text.append(line(ROW, "", "sens", "spec", "ppv", "alerts", ""));
    }

    private static void row(String name, Accuracy accuracy, String note, StringBuilder text) {
        text.append(line(
                ROW,
                name,
                figure(accuracy.sensitivity(), 2),
                figure(accuracy.specificity(), 2),
                figure(accuracy.ppv(), 2),
                figure(accuracy.alertsPer100(), 0),
                note));
    }

    private static void published(
            String name, String sens, String spec, String ppv, String alerts, StringBuilder text) {
        text.append(line(ROW, name, sens, spec, ppv, alerts, "cross-validated on ENRICHD, day 56"));
    }

    private static String delay(Accuracy accuracy) {
        return accuracy.medianDelayDays() == null
                ? ""
                : "median delay %s days".formatted(figure(accuracy.medianDelayDays(), 0));
    }

    /** As people write it in this field: no zero before the point; a dash where there is none. */
    public static String figure(@Nullable Double value, int decimals) {
        if (value == null || value.isNaN()) {
            return "-";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    private static String line(String format, @Nullable Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
