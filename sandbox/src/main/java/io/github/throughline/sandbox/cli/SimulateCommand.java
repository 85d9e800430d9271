package io.github.throughline.sandbox.cli;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.stall.accuracy.CohortAccuracy;
import io.github.throughline.stall.cohort.Cohort;
import io.github.throughline.stall.cohort.CohortFiles;
import io.github.throughline.stall.cohort.CohortOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes labelled cohorts. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        header = "Writes simulated histories whose true course is known, with labels, for backtest.",
        description = "%nPatients recover early, gradually or late (flat to week 6), or never improve, improve in part,"
                + " relapse or worsen. The same options write the same files.%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all went well", "1:the folder can not be written", "2:wrong use of the command line"})
final class SimulateCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Gets histories.csv, labels.csv and cohort.json.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(names = "--measure", paramLabel = "ID", defaultValue = "NPRS", description = "What they report.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String measure;

    @Option(names = "--patients", paramLabel = "N", defaultValue = "1000", description = "How many.")
    private int patients;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another seed, other patients.")
    private long seed;

    @Option(names = "--base-rate", paramLabel = "P", defaultValue = "0.1", description = "Part that should be found.")
    private double baseRate;

    @Option(
            names = "--noise",
            paramLabel = "POINTS",
            description = "Standard error of one report; without it, by the measure's MDC.",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private @Nullable Double noise;

    @Option(names = "--missing", paramLabel = "P", defaultValue = "0.12", description = "Part of reports not made.")
    private double missing;

    @Option(names = "--drop-out", paramLabel = "P", defaultValue = "0.25", description = "Part that leaves early.")
    private double dropOut;

    @Option(names = "--weeks", paramLabel = "N", defaultValue = "16", description = "How long they are followed.")
    private int weeks;

    @Option(names = "--every-weeks", paramLabel = "N", defaultValue = "1", description = "How often they are asked.")
    private int everyWeeks;

    @Option(names = "--untidy", description = "Some reports come late, twice, or by a clock that is days behind.")
    private boolean isUntidy;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Measure known = MeasureCatalogue.standard()
                .measure(measure)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "measure %s is not known; `backtest` knows the same".formatted(measure)));
        Cohort cohort = Cohort.of(options(known));
        new CohortFiles(cohort, CohortAccuracy.minimumWeeks(known)).write(out);
        Terminal.standard()
                .say("%d patients; try: ./throughline backtest %s --labels %s"
                        .formatted(patients, CohortFiles.histories(out), CohortFiles.labels(out)));
        return ExitCodes.WELL;
    }

    private CohortOptions options(Measure known) {
        try {
            return new CohortOptions(
                    known,
                    seed,
                    patients,
                    baseRate,
                    noise == null ? CohortOptions.noise(known) : noise,
                    missing,
                    dropOut,
                    weeks,
                    everyWeeks,
                    isUntidy);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
