package io.github.throughline.sandbox.cli;

import io.github.throughline.stall.calibration.Calibrated;
import io.github.throughline.stall.calibration.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chooses terms for an alert budget. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Chooses terms of a measure by which at most so many of 100 patients are told of.",
        description =
                "%nOf the terms within the budget those nearest to the catalogue's that find as many as the best,"
                        + " give or take chance. What to expect of them is measured on patients that they were not chosen on.%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:terms were chosen, and are expected to keep within the budget",
            "1:a file can not be used",
            "2:wrong use of the command line",
            "3:no terms keep within the budget, or those chosen are not expected to on other patients; terms were written"
        })
final class CalibrateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.csv", description = "patient_id, day or observed_at, measure, value")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path histories;

    @Option(names = "--labels", required = true, paramLabel = "FILE.csv", description = "patient_id, positive")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path labels;

    @Option(names = "--alerts-per-100", required = true, paramLabel = "N", description = "The budget.")
    private double alertsPer100;

    @Option(names = "--measure", paramLabel = "ID", description = "Which, where the file has several.")
    private @Nullable String measure;

    @Option(names = "--out", paramLabel = "OUT.yaml", description = "Gets the terms; without it they are printed.")
    private @Nullable Path out;

    @Option(names = "--folds", paramLabel = "N", defaultValue = "5", description = "Parts of the cross-validation.")
    private int folds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another seed, other parts.")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (folds < 2 || !(alertsPer100 > 0 && alertsPer100 <= 100)) {
            throw new ParameterException(
                    spec.commandLine(), "--folds must be at least 2, --alerts-per-100 above 0 and at most 100");
        }
        Calibrated calibrated =
                Calibration.run(new Calibration.Options(histories, labels, measure, alertsPer100, folds, seed));
        Terminal.standard().say(calibrated.lines());
        Terminal.standard().say("");
        if (out == null) {
            Terminal.standard().say(calibrated.yaml().lines().toList());
        } else {
            Files.writeString(out, calibrated.yaml());
            Terminal.standard()
                    .say("Written to %s; try: ./throughline backtest %s --labels %s --terms catalogue --terms %s"
                            .formatted(out, histories, labels, out));
        }
        return calibrated.isExpectedWithinBudget() ? ExitCodes.WELL : ExitCodes.LOST_OR_DIFFERENT;
    }
}
