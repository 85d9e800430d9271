package io.github.throughline.stall.backtest;

import java.util.List;

/**
 * A finished backtest.
 *
 * @param escalations by patient in the order of the file, then in the order in which they were raised
 * @param outlook how well the first weeks predict the last; empty where the file does not reach so far
 */
public record BacktestResult(BacktestReport report, List<BacktestEscalation> escalations, List<Outlook.Row> outlook) {

    public BacktestResult {
        escalations = List.copyOf(escalations);
        outlook = List.copyOf(outlook);
    }

    /** Whether every line of both files could be used. */
    public boolean isClean() {
        return report.rejections().isEmpty();
    }
}
