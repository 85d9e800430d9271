package io.github.throughline.sandbox.cli;

import io.github.throughline.stall.calibration.CourseFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits an expected course of recovery. */
@Command(
        name = "fit-course",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Fits the course of recovery that a program can expect of a measure to histories.",
        description = "%nA program takes it under offTrack: who is below it by more than the band is off track.%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all went well", "1:a file can not be used, or has too few patients"})
final class FitCourseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.csv", description = "patient_id, day or observed_at, measure, value")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path histories;

    @Option(
            names = "--labels",
            paramLabel = "FILE.csv",
            description = "patient_id, positive: only of those who are not positive, that is who recovered.")
    private @Nullable Path labels;

    @Option(names = "--measure", paramLabel = "ID", description = "Which, where the file has several.")
    private @Nullable String measure;

    @Option(names = "--out", paramLabel = "OUT.yaml", description = "Gets the course; without it, it is printed.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        CourseFit fit = CourseFit.of(histories, labels, measure);
        Terminal.standard().say(fit.lines());
        Terminal.standard().say("");
        if (out == null) {
            Terminal.standard().say(fit.yaml().lines().toList());
        } else {
            Files.writeString(out, fit.yaml());
            Terminal.standard().say("Written to %s".formatted(out));
        }
        return ExitCodes.WELL;
    }
}
