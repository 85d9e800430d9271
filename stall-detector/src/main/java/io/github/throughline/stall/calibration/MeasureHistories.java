package io.github.throughline.stall.calibration;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.stall.backtest.Histories;
import io.github.throughline.stall.backtest.Histories.Line;
import io.github.throughline.stall.backtest.UnusableFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one measure, by patient and time.
 *
 * @param byPatient only those who have any
 */
record MeasureHistories(Measure measure, Map<String, List<Line>> byPatient) {

    /**
     * Reads a file; lines that can not be used are passed over, a backtest names them.
     *
     * @param measure id; null: the only one of the file
     * @throws UnusableFile when it is no such file, or the measure can not be told
     */
    static MeasureHistories read(Path file, @Nullable String measure) {
        MeasureCatalogue catalogue = MeasureCatalogue.standard();
        Histories histories = Histories.read(file, catalogue);
        String id = measure(file, measure, histories);
        var byPatient = new LinkedHashMap<String, List<Line>>();
        histories.byPatient().forEach((patient, lines) -> {
            List<Line> own = lines.stream()
                    .filter(line -> line.measure().id().equals(id))
                    .sorted(Comparator.comparing(Line::at).thenComparing(Line::number))
                    .toList();
            if (!own.isEmpty()) {
                byPatient.put(patient, own);
            }
        });
        return new MeasureHistories(catalogue.measure(id).orElseThrow(), byPatient);
    }

    private static String measure(Path file, @Nullable String wanted, Histories histories) {
        Set<String> measures = new TreeSet<>();
        histories.byPatient().values().stream()
                .flatMap(List::stream)
                .forEach(line -> measures.add(line.measure().id()));
        if (wanted == null && measures.size() != 1) {
            throw new UnusableFile(file, "it has readings of %s: name the measure".formatted(measures), null);
        }
        String id = wanted == null ? measures.iterator().next() : wanted;
        if (!measures.contains(id)) {
            throw new UnusableFile(file, "it has readings of %s, not of %s".formatted(measures, id), null);
        }
        return id;
    }
}
