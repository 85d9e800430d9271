package io.github.throughline.stall.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a backtest, in a folder. */
record BacktestFiles(Path folder) {

    /** Stalled: flat at 25 for ten weeks. */
    static final String FLAT = series("flat", 25, 25, 26, 25, 24, 25, 25, 26, 25, 25);

    /** Well: down to 8 in five weeks. */
    static final String WELL = series("well", 25, 20, 15, 12, 9, 8, 8, 8, 8, 8);

    BacktestResult run(String lines) throws IOException {
        return run(lines, null, null, null);
    }

    BacktestResult run(String lines, @Nullable Path terms, @Nullable Path labels, @Nullable Integer untilDay)
            throws IOException {
        return Backtest.run(new BacktestOptions(histories(lines), terms, labels, untilDay, null, null));
    }

    Path histories(String lines) throws IOException {
        return file("histories.csv", "patient_id,day,measure,value\n" + lines);
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static String series(String patient, int... values) {
        var lines = new StringBuilder();
        for (int week = 0; week < values.length; week++) {
            lines.append("%s,%d,BDI,%d\n".formatted(patient, week * 7, values[week]));
        }
        return lines.toString();
    }
}
