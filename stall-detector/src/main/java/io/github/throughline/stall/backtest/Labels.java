package io.github.throughline.stall.backtest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who should have been found.
 *
 * @param byPatient label of each patient that has one
 * @param rejected the lines that could not be used
 */
public record Labels(Map<String, Label> byPatient, List<RejectedLine> rejected) {

    private static final Set<String> YES = Set.of("1", "true", "yes");
    private static final Set<String> NO = Set.of("0", "false", "no");

    /**
     * @param isPositive whether the patient should have been found
     * @param onsetDay day on which it began; null: not known
     */
    public record Label(boolean isPositive, @Nullable Long onsetDay) {}

    /** @throws UnusableFile when it is none */
    public static Labels read(Path file) {
        CsvTable table = CsvTable.read(file);
        for (String column : List.of("patient_id", "positive")) {
            if (!table.has(column)) {
                throw new UnusableFile(file, "column " + column + " is missing", null);
            }
        }
        var labels = new LinkedHashMap<String, Label>();
        var rejected = new ArrayList<RejectedLine>();
        for (CsvTable.Row row : table.rows()) {
            String patient = table.field(row, "patient_id");
            String positive = table.field(row, "positive").toLowerCase(Locale.ROOT);
            String onset = table.field(row, "onset_day");
            if (patient.isEmpty() || !(YES.contains(positive) || NO.contains(positive)) || !isDay(onset)) {
                rejected.add(table.rejected(row, "bad-label"));
            } else {
                labels.put(patient, new Label(YES.contains(positive), onset.isEmpty() ? null : Long.valueOf(onset)));
            }
        }
        return new Labels(labels, rejected);
    }

    private static boolean isDay(String text) {
        return text.isEmpty() || text.matches("-?\\d{1,6}");
    }
}
