package io.github.throughline.stall.backtest;

import java.util.List;
import java.util.Set;

/**
 * A finished backtest.
 *
 * @param escalations by patient in the order of the file, then in the order in which they were raised
 * @param measures ids of the measures that the file has
 * @param outlook how well the first weeks predict the last; empty where the file does not reach so far
 */
public record BacktestResult(
        BacktestReport report, List<BacktestEscalation> escalations, Set<String> measures, List<Outlook.Row> outlook) {

    public BacktestResult {
        measures = Set.copyOf(measures);
        escalations = List.copyOf(escalations);
        outlook = List.copyOf(outlook);
    }

    /** Whether every line of both files could be used. */
    public boolean isClean() {
        return report.rejections().isEmpty();
    }
}
