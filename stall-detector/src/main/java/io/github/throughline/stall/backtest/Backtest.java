package io.github.throughline.stall.backtest;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.stall.backtest.Labels.Label;
import io.github.throughline.stall.detection.MeasureTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Folds the histories of a file as the detector would have folded them, in-process, without any server. */
public final class Backtest {

    private static final int ALL_DAYS = Integer.MAX_VALUE;

    private final MeasureCatalogue catalogue;
    private final BacktestOptions options;

    private Backtest(MeasureCatalogue catalogue, BacktestOptions options) {
        this.catalogue = catalogue;
        this.options = options;
    }

    /**
     * Runs a backtest with the catalogue that ships, and writes the files that the options name.
     *
     * @throws UnusableFile when a file can not be read at all, or not be written; a bad line is reported, not thrown
     */
    public static BacktestResult run(BacktestOptions options) {
        BacktestResult result = new Backtest(MeasureCatalogue.standard(), options).result();
        BacktestJson.write(result, options);
        return result;
    }

    /** The escalations of one patient, under a plan with such terms from the first day on. */
    public static List<BacktestEscalation> escalations(
            String patient, List<Histories.Line> lines, Function<Measure, MeasureTerms> terms) {
        return new PatientFold(patient, lines, terms).escalations(ALL_DAYS);
    }

    private BacktestResult result() {
        Histories histories = Histories.read(options.histories(), catalogue);
        TermsFile terms = TermsFile.read(options.terms(), catalogue);
        Labels labels = options.labels() == null ? null : Labels.read(options.labels());
        int untilDay = options.untilDay() == null ? ALL_DAYS : options.untilDay();
        List<BacktestEscalation> escalations = fold(histories, terms, untilDay);
        return new BacktestResult(
                report(histories, escalations, labels, untilDay),
                escalations,
                measures(histories),
                outlook(histories, terms));
    }

    private static Set<String> measures(Histories histories) {
        return histories.byPatient().values().stream()
                .flatMap(List::stream)
                .map(line -> line.measure().id())
                .collect(Collectors.toSet());
    }

    private static List<BacktestEscalation> fold(Histories histories, TermsFile terms, int untilDay) {
        var escalations = new ArrayList<BacktestEscalation>();
        histories
                .byPatient()
                .forEach((patient, lines) ->
                        escalations.addAll(new PatientFold(patient, lines, terms::terms).escalations(untilDay)));
        return escalations;
    }

    private static BacktestReport report(
            Histories histories, List<BacktestEscalation> escalations, @Nullable Labels labels, int untilDay) {
        var rejections = new ArrayList<>(
                histories.rejected().stream().map(Histories.Rejection::line).toList());
        if (labels != null) {
            rejections.addAll(labels.rejected());
        }
        int patients = histories.byPatient().size();
        long alerted = escalations.stream()
                .filter(e -> !e.isWithdrawn())
                .map(BacktestEscalation::patient)
                .distinct()
                .count();
        Judgement judgement = labels == null ? null : judgement(histories, escalations, labels.byPatient());
        return new BacktestReport(
                patients,
                readings(histories, untilDay),
                histories.rejected().size(),
                rejections,
                new BacktestReport.Escalations(escalations.size(), byRule(escalations)),
                patients == 0 ? 0 : 100.0 * alerted / patients,
                judgement == null ? null : judgement.raised(),
                judgement == null ? null : judgement.inForce());
    }

    private static int readings(Histories histories, int untilDay) {
        return histories.byPatient().values().stream()
                .mapToInt(lines -> (int) lines.stream()
                        .filter(line -> Histories.day(Histories.day0(lines), line.at()) <= untilDay)
                        .count())
                .sum();
    }

    private static Judgement judgement(
            Histories histories, List<BacktestEscalation> escalations, Map<String, Label> labels) {
        return new Judgement(histories.byPatient().keySet(), escalations, labels);
    }

    private static Map<String, Integer> byRule(List<BacktestEscalation> escalations) {
        var byRule = new TreeMap<String, Integer>();
        escalations.forEach(e -> byRule.merge(e.rule(), 1, Integer::sum));
        return byRule;
    }

    private static List<Outlook.Row> outlook(Histories histories, TermsFile terms) {
        Map<String, Label> labels = Outlook.labels(histories);
        if (labels.isEmpty()) {
            return List.of();
        }
        Judgement judgement = judgement(histories, fold(histories, terms, Outlook.DAY), labels);
        var rows = new ArrayList<Outlook.Row>();
        rows.add(new Outlook.Row("Throughline: in force", judgement.inForce(), "this run"));
        rows.add(new Outlook.Row("Throughline: raised", judgement.raised(), "this run"));
        rows.addAll(Outlook.references(histories, labels));
        return rows;
    }
}
