package io.github.throughline.sandbox.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as people read it in a terminal. */
public final class Summary {

    private static final String LINE = "  %-14s %s";
    private static final int MOST_FINDINGS = 20;

    private Summary() {}

    public static List<String> of(Report report) {
        var lines = new ArrayList<String>();
        lines.add(line(
                "check-ins",
                "%d submitted, %d of them late, %d missed"
                        .formatted(
                                report.checkins().submitted(),
                                report.checkins().late(),
                                report.checkins().missed())));
        lines.add(line(
                "readings",
                "%d sent, %d recorded, %d rejected%s"
                        .formatted(
                                report.readings().sent(),
                                report.readings().recorded(),
                                report.readings().rejected(),
                                rejections(report.readings()))));
        lines.add(line(
                "escalations",
                "%d (%s): %d open, %d resolved, %d withdrawn"
                        .formatted(
                                report.escalations().total(),
                                counts(report.escalations().byRule()),
                                report.escalations().open(),
                                report.escalations().resolved(),
                                report.escalations().withdrawn())));
        lines.add(line(
                "notices",
                "%d delivered (%s), %d failed, %d suppressed"
                        .formatted(
                                report.notices().delivered(),
                                counts(report.notices().byChannel()),
                                report.notices().failed(),
                                report.notices().suppressed())));
        lines.add(line(
                "latency",
                "check-in to notice p50 %d ms, p99 %d ms (%d measured)"
                        .formatted(
                                report.latencyMs().p50(),
                                report.latencyMs().p99(),
                                report.latencyMs().count())));
        cohorts(report, lines);
        lines.add(line("lost", Integer.toString(report.lost())));
        lines.add(line("doubled", Integer.toString(report.doubled())));
        lines.add(line("unexpected", Integer.toString(report.unexpected())));
        report.findings().stream().limit(MOST_FINDINGS).forEach(finding -> lines.add("    " + finding));
        return lines;
    }

    private static void cohorts(Report report, List<String> lines) {
        if (report.cohorts().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  %-18s %8s %10s %8s".formatted("trajectory", "patients", "escalated", "silent"));
        report.cohorts()
                .forEach(cohort -> lines.add("  %-18s %8d %10d %8d"
                        .formatted(cohort.trajectory(), cohort.patients(), cohort.escalated(), cohort.silent())));
        report.nonResponderEscalationRate()
                .ifPresent(rate -> lines.add("  of the non-responders " + percent(rate) + " were escalated"
                        + report.earlyResponderEscalationRate()
                                .map(early -> ", of the early responders " + percent(early))
                                .orElse("")));
        lines.add("");
    }

    private static String line(String name, String text) {
        return LINE.formatted(name, text);
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String rejections(Report.Readings readings) {
        return readings.rejectedByCode().isEmpty() ? "" : " (" + counts(readings.rejectedByCode()) + ")";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
