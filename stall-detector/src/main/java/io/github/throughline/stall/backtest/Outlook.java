package io.github.throughline.stall.backtest;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.Sourced;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import io.github.throughline.stall.backtest.Histories.Line;
import io.github.throughline.stall.backtest.Labels.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How well the first weeks of a file predict its last: who will not have responded is known from the file itself. Judged
 * are patients with at least 6 readings of one measure over at least 90 days, 4 of them in the first 56; not responded
 * has who is worse than the target at the end, by the median of the last three readings, and has improved by less
 * than half.
 */
public final class Outlook {

    /** Last day that a prediction may look at. */
    public static final int DAY = 56;

    private static final int LEAST_READINGS = 6;
    private static final int LEAST_EARLY_READINGS = 4;
    private static final int LEAST_DAYS = 90;
    private static final double HALF = 0.5;

    private Outlook() {}

    /**
     * One line of the table.
     *
     * @param rule who predicts
     * @param source where the figures come from
     */
    public record Row(String rule, Accuracy accuracy, String source) {}

    /** A series of one measure; higher is worse. */
    private record Series(List<Line> lines) {

        List<Double> values() {
            return lines.stream().map(line -> worse(line) * line.value()).toList();
        }

        double first() {
            return values().getFirst();
        }

        double last() {
            return values().getLast();
        }

        double level() {
            List<Double> three = values().subList(Math.max(0, lines.size() - 3), lines.size()).stream()
                    .sorted()
                    .toList();
            return three.get(three.size() / 2);
        }

        double target() {
            Line any = lines.getFirst();
            return worse(any)
                    * DefaultTerms.target(any.measure()).map(Sourced::value).orElseThrow();
        }

        private static int worse(Line line) {
            return line.measure().direction() == Direction.HIGHER_IS_WORSE ? 1 : -1;
        }

        boolean improvedByLessThan(double part, double to) {
            return first() - to < part * Math.abs(first());
        }

        Series early() {
            Line first = lines.getFirst();
            return new Series(
                    lines.stream().filter(line -> days(first, line) <= DAY).toList());
        }

        long spanDays() {
            return days(lines.getFirst(), lines.getLast());
        }

        /** Theil-Sen slope in points a week. */
        double slope() {
            var slopes = new ArrayList<Double>();
            for (int i = 0; i < lines.size(); i++) {
                for (int j = i + 1; j < lines.size(); j++) {
                    long days = days(lines.get(i), lines.get(j));
                    if (days > 0) {
                        slopes.add((values().get(j) - values().get(i)) * 7 / days);
                    }
                }
            }
            slopes.sort(Comparator.naturalOrder());
            return slopes.isEmpty() ? 0 : slopes.get(slopes.size() / 2);
        }

        private static long days(Line from, Line to) {
            return Duration.between(from.at(), to.at()).toDays();
        }
    }

    /** The labels that a file gives its own patients. */
    static Map<String, Label> labels(Histories histories) {
        var labels = new LinkedHashMap<String, Label>();
        histories
                .byPatient()
                .forEach((patient, lines) -> longest(lines)
                        .filter(Outlook::isJudged)
                        .ifPresent(series -> labels.put(patient, new Label(isPositive(series), null))));
        return labels;
    }

    /** What simple rules predict of the same patients. */
    static List<Row> references(Histories histories, Map<String, Label> labels) {
        return List.of(
                reference(
                        "improved by less than 30 %, off target",
                        histories, labels, s -> s.improvedByLessThan(0.3, s.last()) && s.last() > s.target()),
                reference(
                        "Theil-Sen slope above -0.3 a week, off target",
                        histories,
                        labels,
                        s -> s.slope() > -0.3 && s.last() > s.target()),
                reference(
                        "median of last three over 2 points off target",
                        histories,
                        labels,
                        s -> s.level() > s.target() + 2));
    }

    private static Row reference(
            String name, Histories histories, Map<String, Label> labels, Predicate<Series> predicts) {
        var judged = new ArrayList<Accuracy.Judged>();
        labels.forEach((patient, label) -> {
            Series early = longest(histories.byPatient().getOrDefault(patient, List.of()))
                    .orElseThrow()
                    .early();
            judged.add(new Accuracy.Judged(label.isPositive(), predicts.test(early), null));
        });
        return new Row(name, Accuracy.of(judged), "same patients");
    }

    private static boolean isJudged(Series series) {
        return series.lines().size() >= LEAST_READINGS
                && series.spanDays() >= LEAST_DAYS
                && series.early().lines().size() >= LEAST_EARLY_READINGS;
    }

    private static boolean isPositive(Series series) {
        return series.level() > series.target() && series.improvedByLessThan(HALF, series.level());
    }

    /** The patient's measure with most readings, of those that have a target. */
    private static Optional<Series> longest(List<Line> lines) {
        var byMeasure = new LinkedHashMap<String, List<Line>>();
        lines.stream()
                .filter(line -> DefaultTerms.target(line.measure()).isPresent())
                .sorted(Comparator.comparing(Line::at).thenComparing(Line::number))
                .forEach(line -> byMeasure
                        .computeIfAbsent(line.measure().id(), id -> new ArrayList<>())
                        .add(line));
        return byMeasure.values().stream()
                .max(Comparator.comparingInt(List::size))
                .map(Series::new);
    }
}
