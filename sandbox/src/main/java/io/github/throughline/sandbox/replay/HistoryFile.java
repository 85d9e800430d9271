package io.github.throughline.sandbox.replay;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.sandbox.replay.ReplayedPatient.Line;
import io.github.throughline.stall.backtest.Histories;
import io.github.throughline.stall.backtest.RejectedLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The histories of a file, placed in care time.
 *
 * @param patients those that were chosen
 * @param rejected lines that could not be used: of those that were chosen, or of nobody
 */
public record HistoryFile(Path file, List<ReplayedPatient> patients, List<RejectedLine> rejected) {

    /**
     * Reads a file. Where it counts days, the last one becomes yesterday, so that the end of the replay is about now.
     *
     * @param most so many patients, in the order of the file
     * @param now machine time; it also distinguishes this run's patients at the partner from those of earlier runs
     * @throws io.github.throughline.stall.backtest.UnusableFile when it is no file of histories
     */
    public static HistoryFile read(Path file, int most, Instant now) {
        var histories = Histories.read(file, MeasureCatalogue.standard());
        var names = names(histories).limit(most).collect(Collectors.toSet());
        var chosen = histories.byPatient().entrySet().stream()
                .filter(history -> names.contains(history.getKey()))
                .toList();
        var shift = shift(chosen.stream().map(Map.Entry::getValue).toList(), now);
        var run = Long.toString(now.toEpochMilli(), 36);
        var patients = chosen.stream()
                .map(history -> patient(history.getKey(), history.getValue(), shift, run))
                .toList();
        var rejected = histories.rejected().stream()
                .filter(line -> line.patient().isEmpty() || names.contains(line.patient()))
                .map(Histories.Rejection::line)
                .toList();
        return new HistoryFile(file, patients, rejected);
    }

    /** Of all patients in the order of the file, those without any usable line among them. */
    private static Stream<String> names(Histories histories) {
        var byLine = new TreeMap<Integer, String>();
        histories
                .byPatient()
                .forEach((name, lines) -> byLine.put(lines.getFirst().number(), name));
        histories.rejected().stream()
                .filter(rejection -> !rejection.patient().isEmpty())
                .forEach(rejection -> byLine.put(rejection.line().line(), rejection.patient()));
        return byLine.values().stream().distinct();
    }

    /** How many readings it has for the chosen patients. */
    public int lines() {
        return patients.stream().mapToInt(patient -> patient.lines().size()).sum();
    }

    private static Duration shift(List<List<Histories.Line>> histories, Instant now) {
        return histories.stream()
                .flatMap(List::stream)
                .filter(Histories.Line::isByDay)
                .map(Histories.Line::at)
                .max(Instant::compareTo)
                .map(last -> Duration.between(
                        last.truncatedTo(ChronoUnit.DAYS),
                        now.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS)))
                .orElse(Duration.ZERO);
    }

    private static ReplayedPatient patient(String name, List<Histories.Line> lines, Duration byDay, String run) {
        var shift = lines.stream().anyMatch(Histories.Line::isByDay) ? byDay : Duration.ZERO;
        return new ReplayedPatient(
                name,
                run + "-" + name,
                Histories.day0(lines).plus(shift),
                lines.stream()
                        .map(line -> new Line(
                                line.number(),
                                line.at().plus(shift),
                                line.measure().id(),
                                line.value()))
                        .toList());
    }
}
