package io.github.throughline.notification.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of an escalation, ready to be shown.
 *
 * @param better e.g. lower is better; empty: not told
 * @param chart null: nothing to draw
 * @param verdict e.g. stalled since 6 Oct 2026; null: none
 * @param facts numbers that the rule computed
 */
record EvidencePart(
        String better,
        @Nullable ChartPart chart,
        List<ReadingRow> readings,
        @Nullable String verdict,
        List<Fact> facts,
        List<ThresholdRow> thresholds,
        List<String> statements,
        @Nullable PlanPart plan,
        @Nullable String nextStep) {

    EvidencePart {
        readings = List.copyOf(readings);
        facts = List.copyOf(facts);
        thresholds = List.copyOf(thresholds);
        statements = List.copyOf(statements);
    }

    /**
     * @param title full name of the measure
     * @param data JSON of a {@link TrendChart}
     * @param target whether a target is drawn
     * @param baseline whether what the rule compared with is drawn
     */
    record ChartPart(String title, String data, boolean target, boolean baseline) {}

    record ReadingRow(String date, String value, boolean used, String source) {}

    record Fact(String name, String value) {}

    record ThresholdRow(String name, String value, String source) {}

    /**
     * @param title e.g. Plan version 2, in force
     * @param signature valid, invalid or unchecked
     * @param cited whether the escalation cites exactly this content
     */
    record PlanPart(
            String title, String signed, String signature, String signatureText, String digest, boolean cited) {}
}
