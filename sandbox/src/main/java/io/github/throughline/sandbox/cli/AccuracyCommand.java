package io.github.throughline.sandbox.cli;

import io.github.throughline.stall.accuracy.AccuracyReport;
import io.github.throughline.stall.accuracy.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** States how accurate the detector is. */
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        header = "Simulates patients, folds their reports as the detector would, and states how well it found them.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every gate holds", "1:a file can not be read or written", "3:a gate does not hold"})
final class AccuracyCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "OUT.md", description = "Gets the report; without it, it is printed.")
    private @Nullable Path out;

    @Option(names = "--real", paramLabel = "FILE.csv", description = "Real histories to state figures of, too.")
    private @Nullable Path real;

    @Option(names = "--terms", paramLabel = "FILE.yaml", description = "Terms in place of the catalogue's.")
    private @Nullable Path terms;

    @Override
    public Integer call() throws IOException {
        AccuracyReport report = AccuracyReport.of(terms, real);
        List<String> gates = report.gates().stream()
                .map(gate -> (gate.holds() ? "holds         " : "DOES NOT HOLD ") + gate)
                .toList();
        if (out == null) {
            Terminal.standard().say(report.text().lines().toList());
        } else {
            Files.writeString(out, report.text());
            Terminal.standard().say(gates);
        }
        return report.gates().stream().allMatch(Gate::holds) ? ExitCodes.WELL : ExitCodes.LOST_OR_DIFFERENT;
    }
}
