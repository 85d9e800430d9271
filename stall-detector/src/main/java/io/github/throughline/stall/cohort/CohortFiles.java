package io.github.throughline.stall.cohort;

import io.github.throughline.stall.cohort.SimulatedPatient.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a cohort: {@code histories.csv} (patient_id, day, measure, value) and {@code labels.csv} (patient_id,
 * positive, onset_day, trajectory) as a backtest reads them, and {@code cohort.json} with what it was made from. Nobody
 * is labelled of whom nobody could tell.
 */
public final class CohortFiles {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** So many reports stand before others that were made earlier, which are late then. */
    private static final double LATE = 0.05;

    private static final double TWICE = 0.03;
    private static final double BEHIND = 0.02;
    private static final int MOST_DAYS_BEHIND = 3;
    private static final int MOST_LINES_LATE = 40;

    private final Cohort cohort;
    private final int minimumWeeks;

    /** @param minimumWeeks of the plan: before these it is too early to say */
    public CohortFiles(Cohort cohort, int minimumWeeks) {
        this.cohort = cohort;
        this.minimumWeeks = minimumWeeks;
    }

    /** @throws IOException when the folder can not be written */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(histories(folder), histories());
        Files.writeString(labels(folder), labels());
        Files.writeString(folder.resolve("cohort.json"), JSON.writeValueAsString(description()) + "\n");
    }

    public static Path histories(Path folder) {
        return folder.resolve("histories.csv");
    }

    public static Path labels(Path folder) {
        return folder.resolve("labels.csv");
    }

    private String histories() {
        var random = new SplittableRandom(cohort.options().seed() + 1);
        var lines = new ArrayList<String>();
        for (SimulatedPatient patient : cohort.patients()) {
            for (Report report : patient.reports()) {
                add(lines, patient, report, random);
            }
        }
        return "patient_id,day,measure,value\n" + String.join("\n", lines) + "\n";
    }

    private void add(List<String> lines, SimulatedPatient patient, Report report, SplittableRandom random) {
        boolean isUntidy = cohort.options().isUntidy();
        boolean isBehind = isUntidy && report.week() > 0 && random.nextDouble() < BEHIND;
        int day = 7 * report.week() - (isBehind ? random.nextInt(1, MOST_DAYS_BEHIND + 1) : 0);
        String line = "%s,%d,%s,%s"
                .formatted(
                        patient.id(),
                        day,
                        cohort.options().measure().id(),
                        BigDecimal.valueOf(report.value()).stripTrailingZeros().toPlainString());
        boolean isOvertaking = isUntidy && random.nextDouble() < LATE;
        int place = isOvertaking ? Math.max(0, lines.size() - random.nextInt(1, MOST_LINES_LATE)) : lines.size();
        lines.add(place, line);
        if (isUntidy && random.nextDouble() < TWICE) {
            lines.add(line);
        }
    }

    private String labels() {
        var lines = new ArrayList<String>();
        for (SimulatedPatient patient : cohort.judged(minimumWeeks)) {
            Integer onset = patient.trajectory().onsetWeek();
            lines.add("%s,%d,%s,%s"
                    .formatted(
                            patient.id(),
                            patient.trajectory().isPositive() ? 1 : 0,
                            onset == null ? "" : String.valueOf(7 * onset),
                            patient.trajectory().id()));
        }
        return "patient_id,positive,onset_day,trajectory\n" + String.join("\n", lines) + "\n";
    }

    private Map<String, Object> description() {
        CohortOptions options = cohort.options();
        var description = new LinkedHashMap<String, Object>();
        description.put("seed", options.seed());
        description.put("measure", options.measure().id());
        description.put("patients", options.patients());
        description.put("baseRate", options.baseRate());
        description.put("noisePoints", options.noise());
        description.put("missing", options.missing());
        description.put("dropOut", options.dropOut());
        description.put("weeks", options.weeks());
        description.put("everyWeeks", options.everyWeeks());
        description.put("untidy", options.isUntidy());
        description.put("labelledFromWeek", minimumWeeks);
        var trajectories = new TreeMap<String, Integer>();
        cohort.patients()
                .forEach(patient -> trajectories.merge(patient.trajectory().id(), 1, Integer::sum));
        description.put("trajectories", trajectories);
        return description;
    }
}
