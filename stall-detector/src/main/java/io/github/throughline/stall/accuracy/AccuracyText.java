package io.github.throughline.stall.accuracy;

import static io.github.throughline.stall.backtest.BacktestTable.figure;

import io.github.throughline.stall.backtest.Accuracy;
import io.github.throughline.stall.backtest.BacktestResult;
import io.github.throughline.stall.backtest.Outlook;
import io.github.throughline.stall.cohort.CohortOptions;
import io.github.throughline.stall.cohort.Trajectory;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as Markdown. */
final class AccuracyText {

    /** What follows is about a file that not everybody has. */
    static final String REAL_HEADING = "## Real histories\n";

    private static final double NELSON_SENSITIVITY = 0.63;
    private static final double NELSON_SPECIFICITY = 0.83;

    private AccuracyText() {}

    static String of(AccuracyReport report) {
        BacktestResult real = report.real();
        return simulated(report) + (real == null ? "" : "\n" + real(real));
    }

    private static String simulated(AccuracyReport report) {
        CohortAccuracy first = report.cohorts().getFirst();
        return """
                # How accurate the detector is

                Made by `./throughline accuracy --out docs/accuracy.md`; the build makes the simulated part anew, and fails where it differs or a gate does not hold. `./throughline simulate --help` writes such cohorts as files.

                **Who is judged.** Simulated patients recover early, gradually or late (flat to week 6), or never improve, improve in part, relapse or worsen. Judged are those who stay for two readings after the later of onset and the plan's minimum weeks: of others nobody could tell. *Found* is who had an escalation of any rule that was not withdrawn. *Delay* is in readings after the later of onset and minimum weeks. Terms are the catalogue's, which were chosen on cohorts of other seeds.

                **Beside it.** *Best possible*: the likelihood ratio of all readings so far under the very parameters that the cohort was made with (Neyman and Pearson 1933), at as many false alarms as ours; nothing can do better on the cohort, and nothing can do this for real patients. *Logistic regression*: fitted to another cohort of the same kind, at as many false alarms as ours. *Nelson 2013*: sensitivity .63 and specificity .83 in 16,091 real patients, turned to the cohort's base rate.

                ## %s: the gates

                %s

                | gate | required | found | |
                |---|---|---|---|
                %s

                %s

                %s

                ## Other cohorts

                %s

                | cohort | base rate | sensitivity | specificity | PPV | alerts per 100 | delay | best: sensitivity | best: delay | late as plateau |
                |---|---|---|---|---|---|---|---|---|---|
                %s
                """.formatted(
                        first.title(),
                        parameters(first.options()),
                        report.gates().stream().map(AccuracyText::row).collect(Collectors.joining("\n")),
                        detectors(first),
                        plateau(first.plateau()),
                        "3,000 patients each, otherwise as above; noise by the measure's own MDC where it is not pain."
                                + " Where a plan by its defaults waits six weeks only (BDI), who answers late is told of"
                                + " before anybody could know.",
                        report.cohorts().stream().skip(1).map(AccuracyText::row).collect(Collectors.joining("\n")));
    }

    private static String parameters(CohortOptions options) {
        return "%s, %,d patients, base rate %s, noise %s points, %s %% of the weeks missing, %s %% drop out, %d weeks, seed %d."
                .formatted(
                        options.measure().id(),
                        options.patients(),
                        figure(options.baseRate(), 2),
                        figure(options.noise(), 1),
                        figure(100 * options.missing(), 0),
                        figure(100 * options.dropOut(), 0),
                        options.weeks(),
                        options.seed());
    }

    private static String row(Gate gate) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        gate.what(),
                        gate.required(),
                        figure(gate.found(), gate.decimals()),
                        gate.holds() ? "holds" : "**does not hold**");
    }

    private static String detectors(CohortAccuracy cohort) {
        String rows = Stream.concat(Stream.of(cohort.ours(), cohort.best()), cohort.others().stream())
                .map(AccuracyText::row)
                .collect(Collectors.joining("\n"));
        return """
                | detector | base rate | sensitivity | specificity | PPV | alerts per 100 | delay | false alarms per patient-year |
                |---|---|---|---|---|---|---|---|
                %s
                %s""".formatted(rows, nelson(cohort.ours().baseRate()));
    }

    private static String row(Figures figures) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        figures.detector(),
                        figure(figures.baseRate(), 2),
                        figure(figures.sensitivity(), 3),
                        figure(figures.specificity(), 3),
                        figure(figures.ppv(), 2),
                        figure(figures.alertsPer100(), 1),
                        figure(figures.medianDelay(), 1),
                        figure(figures.falseAlarmsPerYear(), 2));
    }

    private static String nelson(double baseRate) {
        double rightly = NELSON_SENSITIVITY * baseRate;
        double alerts = rightly + (1 - NELSON_SPECIFICITY) * (1 - baseRate);
        return "| Nelson 2013, on real patients | %s | %s | %s | %s | %s | - | - |"
                .formatted(
                        figure(baseRate, 2),
                        figure(NELSON_SENSITIVITY, 2),
                        figure(NELSON_SPECIFICITY, 2),
                        figure(rightly / alerts, 2),
                        figure(100 * alerts, 1));
    }

    private static String plateau(Map<Trajectory, Double> parts) {
        return parts.entrySet().stream()
                .map(part -> "%s %s".formatted(part.getKey().id(), figure(part.getValue(), 3)))
                .collect(Collectors.joining(", ", "Escalated as plateau, by true course: ", "."));
    }

    private static String row(CohortAccuracy cohort) {
        Figures ours = cohort.ours();
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        cohort.title(),
                        figure(ours.baseRate(), 2),
                        figure(ours.sensitivity(), 3),
                        figure(ours.specificity(), 3),
                        figure(ours.ppv(), 2),
                        figure(ours.alertsPer100(), 1),
                        figure(ours.medianDelay(), 1),
                        figure(cohort.best().sensitivity(), 3),
                        figure(cohort.best().medianDelay(), 1),
                        figure(cohort.plateau().getOrDefault(Trajectory.LATE, Double.NaN), 3));
    }

    private static String real(BacktestResult real) {
        String rows = real.outlook().stream().map(AccuracyText::row).collect(Collectors.joining("\n"));
        return REAL_HEADING
                + """

                A file given by `--real FILE.csv`, which stays outside the project: %d patients, %,d readings of %s. From the first %d days only: who will not have responded at the end, by the median of the last three readings? Defaults are not fitted to the file, except that the minimum weeks of the BDI were kept at six because of it.

                | rule | base rate | sensitivity | specificity | PPV | alerts per 100 |
                |---|---|---|---|---|---|
                %s
                | best published detector, Nelson 2013 | .10 | .63 | .83 | .29 | 21.6 |
                """.formatted(
                                real.report().patients(),
                                real.report().readings(),
                                String.join(", ", real.measures()),
                                Outlook.DAY,
                                rows.isEmpty() ? "| the file does not reach far enough | | | | | |" : rows);
    }

    private static String row(Outlook.Row row) {
        Accuracy accuracy = row.accuracy();
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        row.rule(),
                        figure(accuracy.baseRate(), 2),
                        figure(accuracy.sensitivity(), 2),
                        figure(accuracy.specificity(), 2),
                        figure(accuracy.ppv(), 2),
                        figure(accuracy.alertsPer100(), 1));
    }
}
