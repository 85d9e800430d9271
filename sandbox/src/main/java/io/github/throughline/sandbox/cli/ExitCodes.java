package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.replay.Comparison;
import io.github.throughline.sandbox.replay.HistoryFile;
import io.github.throughline.sandbox.report.Report;

/** What the exit status says. */
final class ExitCodes {

    static final int WELL = 0;
    static final int NOT_RUN = 1;
    static final int WRONG_USAGE = 2;
    static final int LOST_OR_DIFFERENT = 3;
    static final int UNUSABLE_LINES = 4;

    private ExitCodes() {}

    /** That of a demo. */
    static int of(Report result) {
        return result.isClean() ? WELL : LOST_OR_DIFFERENT;
    }

    /** That of a replay: all that the file holds must have arrived, and have been found as a backtest finds it. */
    static int of(Report result, Comparison comparison, HistoryFile histories) {
        boolean allArrived = result.readings().recorded() == histories.lines();
        if (!result.isClean() || !comparison.isEqual() || !allArrived) {
            return LOST_OR_DIFFERENT;
        }
        return histories.rejected().isEmpty() ? WELL : UNUSABLE_LINES;
    }
}
