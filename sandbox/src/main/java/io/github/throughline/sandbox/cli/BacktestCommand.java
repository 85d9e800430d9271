package io.github.throughline.sandbox.cli;

import io.github.throughline.stall.backtest.Backtest;
import io.github.throughline.stall.backtest.BacktestOptions;
import io.github.throughline.stall.backtest.BacktestTable;
import io.github.throughline.stall.backtest.TermsComparison;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--terms",
            paramLabel = "FILE.yaml",
            description = "Terms in place of the catalogue's. Given more than once, it is shown of whom they find"
                    + " something else; `catalogue` names the catalogue's own.")
    private List<String> terms = List.of();

    @Option(names = "--labels", paramLabel = "FILE.csv", description = "patient_id, positive[, onset_day]")
    private @Nullable Path labels;

    @Option(names = "--until-day", paramLabel = "N", description = "The last day that is folded.")
    private @Nullable Integer untilDay;

    @Option(names = "--escalations", paramLabel = "OUT.jsonl", description = "Gets one JSON line an escalation.")
    private @Nullable Path escalations;

    @Option(names = "--report", paramLabel = "OUT.json", description = "Gets the report as JSON.")
    private @Nullable Path report;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (terms.size() > 1) {
            return compare();
        }
        Path only = terms.stream()
                .filter(name -> !name.equals(TermsComparison.CATALOGUE))
                .map(Path::of)
                .findFirst()
                .orElse(null);
        var result = Backtest.run(new BacktestOptions(histories, only, labels, untilDay, escalations, report));
        Terminal.standard().say(BacktestTable.render(result).lines().toList());
        return result.isClean() ? ExitCodes.WELL : ExitCodes.UNUSABLE_LINES;
    }

    private Integer compare() {
        if (escalations != null || report != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--escalations and --report are of one run: give --terms once, or leave them out");
        }
        var comparison = TermsComparison.of(new BacktestOptions(histories, null, labels, untilDay, null, null), terms);
        Terminal.standard().say(comparison.lines());
        return comparison.isClean() ? ExitCodes.WELL : ExitCodes.UNUSABLE_LINES;
    }
}
