package io.github.throughline.stall.explain;

import io.github.throughline.stall.detection.Evidence;
import io.github.throughline.stall.detection.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The readings of an escalation over time, as lines of text: one dot a reading, and the target where there is one. */
final class TerminalChart {

    private static final int HEIGHT = 8;
    private static final int WIDTH = 60;

    private TerminalChart() {}

    /** Empty where nothing was scored. */
    static List<String> of(Evidence evidence) {
        List<Reading> readings = evidence.readings().stream()
                .filter(reading -> !Double.isNaN(reading.value()))
                .toList();
        return readings.size() < 2 ? List.of() : new Plot(readings, evidence).lines();
    }

    private record Plot(List<Reading> readings, Evidence evidence) {

        List<String> lines() {
            char[][] cells = new char[HEIGHT][WIDTH];
            Arrays.stream(cells).forEach(row -> Arrays.fill(row, ' '));
            Double target = evidence.target();
            if (target != null) {
                Arrays.fill(cells[row(target)], '·');
            }
            readings.forEach(reading -> cells[row(reading.value())][column(reading)] = '●');
            var lines = new ArrayList<String>();
            for (int row = 0; row < HEIGHT; row++) {
                String end = target != null && row == row(target) ? " target " + Explanation.number(target) : "";
                lines.add("%8s ┤%s%s"
                        .formatted(label(row), new String(cells[row]), end)
                        .stripTrailing());
            }
            String first = Explanation.date(readings.getFirst().at());
            String last = Explanation.date(readings.getLast().at());
            lines.add(" ".repeat(9) + "└" + "─".repeat(WIDTH));
            lines.add(" ".repeat(10) + first + " ".repeat(Math.max(1, WIDTH - first.length() - last.length())) + last);
            return lines;
        }

        private String label(int row) {
            boolean isLabelled = row == 0 || row == HEIGHT - 1;
            return isLabelled ? Explanation.number(most() - row * (most() - least()) / (HEIGHT - 1)) : "";
        }

        private int row(double value) {
            double range = most() - least();
            return range == 0 ? HEIGHT / 2 : (int) Math.round((most() - value) / range * (HEIGHT - 1));
        }

        private int column(Reading reading) {
            long span = Duration.between(
                            readings.getFirst().at(), readings.getLast().at())
                    .toMillis();
            long since =
                    Duration.between(readings.getFirst().at(), reading.at()).toMillis();
            return span == 0 ? 0 : (int) (since * (WIDTH - 1) / span);
        }

        private double most() {
            return values().max().orElseThrow();
        }

        private double least() {
            return values().min().orElseThrow();
        }

        private DoubleStream values() {
            return Stream.concat(readings.stream().map(Reading::value), Stream.ofNullable(evidence.target()))
                    .mapToDouble(Double::doubleValue);
        }
    }
}
