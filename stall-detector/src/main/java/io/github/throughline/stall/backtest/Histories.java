package io.github.throughline.stall.backtest;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.Score;
import io.github.throughline.measures.Scorer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The histories of a file, by patient in the order of the file.
 *
 * @param rejected the lines that could not be used, by number
 */
public record Histories(Map<String, List<Line>> byPatient, List<Rejection> rejected) {

    /** Day 0 of a file that counts days; any midnight serves. */
    private static final Instant DAY_0 = Instant.parse("2026-01-05T00:00:00Z");

    private static final int LAST_DAY = 36_500;

    /**
     * One reading.
     *
     * @param number of the line; the reading's identity
     * @param at the day and 12 hours, or as observed
     * @param isByDay whether the file gave the day
     */
    public record Line(int number, Instant at, boolean isByDay, Measure measure, double value) {}

    /**
     * A line that could not be used.
     *
     * @param patient whose it is; empty where it names nobody
     */
    public record Rejection(String patient, RejectedLine line) {}

    /** Reads a file by a catalogue. */
    private record Reader(CsvTable table, MeasureCatalogue catalogue) {

        Histories all() {
            var patients = new LinkedHashMap<String, List<Line>>();
            var rejected = new ArrayList<Rejection>();
            for (CsvTable.Row row : table.rows()) {
                try {
                    Line line = line(row);
                    patients.computeIfAbsent(table.field(row, "patient_id"), id -> new ArrayList<>())
                            .add(line);
                } catch (Unusable e) {
                    rejected.add(new Rejection(table.field(row, "patient_id"), table.rejected(row, e.reason)));
                }
            }
            return new Histories(patients, rejected);
        }

        private Line line(CsvTable.Row row) {
            if (row.fields().size() < table.width()) {
                throw new Unusable("missing-fields");
            }
            if (table.field(row, "patient_id").isEmpty()) {
                throw new Unusable("missing-patient");
            }
            Measure measure =
                    catalogue.measure(table.field(row, "measure")).orElseThrow(() -> new Unusable("unknown-measure"));
            boolean isByDay = !table.field(row, "day").isEmpty();
            return new Line(row.number(), at(row), isByDay, measure, value(row, measure));
        }

        private Instant at(CsvTable.Row row) {
            String day = table.field(row, "day");
            String observed = table.field(row, "observed_at");
            if (day.isEmpty() && observed.isEmpty()) {
                throw new Unusable("missing-time");
            }
            return day.isEmpty() ? observed(observed) : ofDay(day);
        }

        private static Instant ofDay(String text) {
            try {
                int day = Integer.parseInt(text);
                if (Math.abs(day) > LAST_DAY) {
                    throw new Unusable("bad-day");
                }
                return DAY_0.plus(day, ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
            } catch (NumberFormatException e) {
                throw new Unusable("bad-day");
            }
        }

        private static Instant observed(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeParseException e) {
                throw new Unusable("bad-time");
            }
        }

        private double value(CsvTable.Row row, Measure measure) {
            String text = table.field(row, "value");
            if (text.isEmpty()) {
                throw new Unusable("missing-value");
            }
            try {
                Score score = Scorer.score(measure, Double.parseDouble(text));
                if (score instanceof Score.Scored scored) {
                    return scored.value();
                }
            } catch (NumberFormatException e) {
                throw new Unusable("bad-value");
            }
            throw new Unusable("impossible-value");
        }
    }

    /**
     * Reads a file of histories.
     *
     * @throws UnusableFile when it is none
     */
    public static Histories read(Path file, MeasureCatalogue catalogue) {
        CsvTable table = CsvTable.read(file);
        for (String column : List.of("patient_id", "measure", "value")) {
            if (!table.has(column)) {
                throw new UnusableFile(file, "column " + column + " is missing", null);
            }
        }
        if (!table.has("day") && !table.has("observed_at")) {
            throw new UnusableFile(file, "column day or observed_at is missing", null);
        }
        return new Reader(table, catalogue).all();
    }

    /** The midnight that a patient's days are counted from: the file's, or that before the first observation. */
    public static Instant day0(List<Line> lines) {
        return lines.stream().anyMatch(Line::isByDay)
                ? DAY_0
                : lines.stream()
                        .map(Line::at)
                        .min(Instant::compareTo)
                        .orElse(DAY_0)
                        .truncatedTo(ChronoUnit.DAYS);
    }

    static long day(Instant day0, Instant at) {
        return Math.floorDiv(
                at.toEpochMilli() - day0.toEpochMilli(),
                ChronoUnit.DAYS.getDuration().toMillis());
    }

    /** Why a line can not be used. */
    private static final class Unusable extends RuntimeException {

        private final String reason;

        Unusable(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
