package io.github.throughline.stall.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest found.
 *
 * @param patients with at least one reading that was folded or came later
 * @param readings usable lines up to the last day
 * @param rejectedLines how many lines of the histories could not be used
 * @param rejections each line that could not be used, of both files
 * @param alertsPer100 patients with an escalation, of 100
 * @param raised found: an escalation was raised and not withdrawn; null: no labels
 * @param inForce found: an escalation is in force at the end; null: no labels
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BacktestReport(
        int patients,
        int readings,
        int rejectedLines,
        List<RejectedLine> rejections,
        Escalations escalations,
        double alertsPer100,
        @Nullable Accuracy raised,
        @Nullable Accuracy inForce) {

    /** @param byRule number by rule id */
    public record Escalations(int total, Map<String, Integer> byRule) {}
}
