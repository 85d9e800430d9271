package io.github.throughline.stall.calibration;

import io.github.throughline.measures.Measure;
import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.signedplan.OffTrackTerms.ExpectedImprovement;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import io.github.throughline.signedplan.Threshold;
import io.github.throughline.stall.backtest.Histories.Line;
import io.github.throughline.stall.backtest.Labels;
import io.github.throughline.stall.backtest.UnusableFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fits the course of recovery that a program can expect of a measure: at each week the median improvement of the
 * patients, in percent of their first reading, made to rise with the weeks by least squares (pool adjacent violators,
 * Barlow 1972) and rounded; weeks with fewer than 20 readings are left out. The band is how far the 10th percentile of
 * the patients' improvements is below that course, rounded up and at least 1, at the week at which this is most: at each
 * of the weeks at least nine of ten are within it.
 *
 * @param patients from whom it was fitted
 * @param points how many patients each point rests on, by week
 */
public record CourseFit(Measure measure, int patients, List<Integer> points, OffTrackTerms course) {

    private static final int[] WEEKS = {2, 4, 6, 8, 12, 16, 20, 26, 39, 52};
    private static final double NEAR_WEEKS = 1.01;
    private static final int FEWEST = 20;
    private static final int CONFIRMING = 2;

    /** A week with the improvements of the patients who have a reading near it, sorted. */
    private record Week(int week, double[] improvements) {

        double median() {
            return improvements[Math.round((improvements.length - 1) / 2f)];
        }

        /** The 10th percentile: of ten patients at most one is below it. */
        double lowest() {
            return improvements[improvements.length / 10];
        }
    }

    /**
     * Fits it.
     *
     * @param labels CSV: patient_id, positive; those who are positive did not recover and are left out; null: all count
     * @param measure id; null: the only one of the file
     * @throws UnusableFile when a file can not be used, or no week has readings of 20 patients near it
     */
    public static CourseFit of(Path histories, @Nullable Path labels, @Nullable String measure) {
        MeasureHistories read = MeasureHistories.read(histories, measure);
        Labels known = labels == null ? null : Labels.read(labels);
        List<List<Line>> patients = read.byPatient().entrySet().stream()
                .filter(patient -> known == null || recovered(known, patient.getKey()))
                .map(patient -> patient.getValue())
                .filter(lines -> lines.getFirst().value() != 0)
                .toList();
        List<Week> weeks = IntStream.of(WEEKS)
                .mapToObj(week -> week(week, patients, read.measure()))
                .filter(week -> week.improvements().length >= FEWEST)
                .toList();
        if (weeks.isEmpty()) {
            throw new UnusableFile(
                    histories,
                    "a course can not be fitted: no week has %d patients with a first reading that is not 0 and one near the week"
                            .formatted(FEWEST),
                    null);
        }
        String source = "fitted to %s, %d patients".formatted(histories.getFileName(), patients.size());
        List<ExpectedImprovement> expected = expected(weeks);
        return new CourseFit(
                read.measure(),
                patients.size(),
                weeks.stream().map(week -> week.improvements().length).toList(),
                new OffTrackTerms(expected, band(weeks, expected, source), CONFIRMING, source));
    }

    private static boolean recovered(Labels labels, String patient) {
        Labels.Label label = labels.byPatient().get(patient);
        return label != null && !label.isPositive();
    }

    private static Week week(int week, List<List<Line>> patients, Measure measure) {
        return new Week(
                week,
                patients.stream()
                        .map(lines -> improvement(week, lines, measure))
                        .flatMap(Optional::stream)
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray());
    }

    /** By the reading nearest to the week; empty: none is near. */
    private static Optional<Double> improvement(int week, List<Line> lines, Measure measure) {
        Line first = lines.getFirst();
        return lines.stream()
                .filter(line -> line != first && apart(week, first, line) <= NEAR_WEEKS)
                .min(Comparator.comparingDouble(line -> apart(week, first, line)))
                .map(line -> (measure.direction() == Direction.HIGHER_IS_WORSE ? -100 : 100)
                        * (line.value() - first.value())
                        / Math.abs(first.value()));
    }

    private static double apart(int week, Line first, Line line) {
        return Math.abs(Duration.between(first.at(), line.at()).toHours() / 24.0 / 7 - week);
    }

    private static List<ExpectedImprovement> expected(List<Week> weeks) {
        double[] rising = rising(weeks);
        return IntStream.range(0, weeks.size())
                .mapToObj(i -> new ExpectedImprovement(weeks.get(i).week(), Math.clamp(Math.round(rising[i]), 0, 100)))
                .toList();
    }

    /** The medians, made to rise; each weighs as many patients as it has. */
    private static double[] rising(List<Week> weeks) {
        record Block(double sum, double weight, int weeks) {

            double level() {
                return sum / weight;
            }

            Block and(Block other) {
                return new Block(sum + other.sum, weight + other.weight, weeks + other.weeks);
            }
        }
        var blocks = new ArrayList<Block>();
        for (Week week : weeks) {
            double weight = week.improvements().length;
            blocks.add(new Block(week.median() * weight, weight, 1));
            while (blocks.size() > 1
                    && blocks.get(blocks.size() - 2).level() > blocks.getLast().level()) {
                Block last = blocks.removeLast();
                blocks.add(blocks.removeLast().and(last));
            }
        }
        return blocks.stream()
                .flatMap(block -> IntStream.range(0, block.weeks()).mapToObj(i -> block.level()))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Threshold band(List<Week> weeks, List<ExpectedImprovement> expected, String source) {
        double widest = IntStream.range(0, weeks.size())
                .mapToDouble(i -> expected.get(i).improvement() - weeks.get(i).lowest())
                .max()
                .orElseThrow();
        return new Threshold(
                Math.max(1, Math.ceil(widest)),
                Threshold.Unit.PERCENT_OF_BASELINE,
                "at each week at least nine of ten are not further below; " + source);
    }

    /** As people read it in a terminal. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%s of %d patients".formatted(measure.name(), patients));
        lines.add("");
        lines.add("  %6s %14s %10s".formatted("week", "improvement", "patients"));
        for (int i = 0; i < points.size(); i++) {
            ExpectedImprovement point = course.expected().get(i);
            lines.add("  %6d %13.0f%% %10d".formatted(point.week(), point.improvement(), points.get(i)));
        }
        lines.add("");
        lines.add(
                "At each of these weeks at least nine of ten are at most %.0f percent points below, by the reading nearest to it."
                        .formatted(course.band().value()));
        return lines;
    }

    /** A file of terms with the course. */
    public String yaml() {
        return "# Course of recovery of %s, fitted to %d patients. A program takes it under offTrack.\n"
                        .formatted(measure.id(), patients)
                + TermsYaml.of(measure, "offTrack", course);
    }
}
