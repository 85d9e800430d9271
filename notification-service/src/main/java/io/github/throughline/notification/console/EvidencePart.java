package io.github.throughline.notification.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of an escalation, ready to be shown.
 *
 * @param measure full name of the measure; null: the rule is not about one
 * @param better e.g. lower is better; empty: not told
 * @param chart JSON of a {@link TrendChart}; null: nothing to draw
 * @param verdict e.g. stalled since 6 Oct 2026; null: none
 * @param facts numbers that the rule computed
 */
record EvidencePart(
        @Nullable String measure,
        String better,
        @Nullable String chart,
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
