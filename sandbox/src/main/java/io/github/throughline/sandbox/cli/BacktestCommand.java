package io.github.throughline.sandbox.cli;

import io.github.throughline.stall.backtest.Backtest;
import io.github.throughline.stall.backtest.BacktestOptions;
import io.github.throughline.stall.backtest.BacktestTable;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Folds histories in-process. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        header = "Folds the histories of a file as the detector would, without any server.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all went well",
            "1:a file can not be used at all",
            "4:lines of a file could not be used; the others were"
        })
final class BacktestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.csv", description = "patient_id, day or observed_at, measure, value")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path histories;

    @Option(names = "--terms", paramLabel = "FILE.yaml", description = "Terms in place of the catalogue's.")
    private @Nullable Path terms;

    @Option(names = "--labels", paramLabel = "FILE.csv", description = "patient_id, positive[, onset_day]")
    private @Nullable Path labels;

    @Option(names = "--until-day", paramLabel = "N", description = "The last day that is folded.")
    private @Nullable Integer untilDay;

    @Option(names = "--escalations", paramLabel = "OUT.jsonl", description = "Gets one JSON line an escalation.")
    private @Nullable Path escalations;

    @Option(names = "--report", paramLabel = "OUT.json", description = "Gets the report as JSON.")
    private @Nullable Path report;

    @Override
    public Integer call() {
        var result = Backtest.run(new BacktestOptions(histories, terms, labels, untilDay, escalations, report));
        Terminal.standard().say(BacktestTable.render(result).lines().toList());
        return result.isClean() ? ExitCodes.WELL : ExitCodes.UNUSABLE_LINES;
    }
}
