package io.github.throughline.stall.calibration;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.Measure;
import io.github.throughline.measures.Sourced;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.stall.backtest.Accuracy;
import io.github.throughline.stall.backtest.Accuracy.Judged;
import io.github.throughline.stall.backtest.Backtest;
import io.github.throughline.stall.backtest.Histories.Line;
import io.github.throughline.stall.backtest.Labels;
import io.github.throughline.stall.backtest.UnusableFile;
import io.github.throughline.stall.calibration.Candidates.Candidate;
import io.github.throughline.stall.detection.MeasureTerms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses terms of one measure by which at most so many of a hundred patients are told of. Of the candidates within the
 * budget it takes the one nearest to the catalogue's whose sensitivity is within a standard error of the best (the
 * one-standard-error rule, Breiman 1984; the error by Agresti and Coull, 1998), so that chance does not choose. What to
 * expect of the choice is told by cross-validation: each part of the patients is judged by terms that were chosen without
 * it.
 */
public final class Calibration {

    private final Options options;
    private final List<Candidate> candidates;

    /** Who is to be found. */
    private final boolean[] positive;

    /** Whom each candidate finds. */
    private final List<BitSet> found;

    private Calibration(Options options, List<Candidate> candidates, boolean[] positive, List<BitSet> found) {
        this.options = options;
        this.candidates = candidates;
        this.positive = positive;
        this.found = found;
    }

    /**
     * What to calibrate on.
     *
     * @param histories CSV: patient_id, day or observed_at, measure, value
     * @param labels CSV: patient_id, positive
     * @param measure id; null: the only one of the file
     * @param alertsPer100 the budget
     * @param folds parts of the cross-validation, at least 2
     * @param seed of the division into parts
     */
    public record Options(
            Path histories, Path labels, @Nullable String measure, double alertsPer100, int folds, long seed) {}

    /** @throws UnusableFile when a file can not be used, or has too few patients with labels */
    public static Calibrated run(Options options) {
        MeasureHistories histories = MeasureHistories.read(options.histories(), options.measure());
        Measure measure = histories.measure();
        List<Patient> patients = patients(histories, Labels.read(options.labels()));
        requireBothKinds(options, patients);
        String source = "calibrated on %s, %d patients, for %s alerts per 100"
                .formatted(options.histories().getFileName(), patients.size(), plain(options.alertsPer100()));
        List<Candidate> candidates = new Candidates(measure, source).all();
        List<BitSet> found = candidates.parallelStream()
                .map(candidate -> found(candidate, measure, patients))
                .toList();
        boolean[] positive = new boolean[patients.size()];
        IntStream.range(0, positive.length)
                .forEach(i -> positive[i] = patients.get(i).isPositive());
        return new Calibration(options, candidates, positive, found).calibrated(measure);
    }

    private record Patient(String id, List<Line> lines, boolean isPositive) {}

    private static List<Patient> patients(MeasureHistories histories, Labels labels) {
        var patients = new ArrayList<Patient>();
        histories.byPatient().forEach((id, lines) -> {
            Labels.Label label = labels.byPatient().get(id);
            if (label != null) {
                patients.add(new Patient(id, lines, label.isPositive()));
            }
        });
        return patients;
    }

    private static void requireBothKinds(Options options, List<Patient> patients) {
        for (boolean kind : new boolean[] {true, false}) {
            long count = patients.stream()
                    .filter(patient -> patient.isPositive() == kind)
                    .count();
            if (count < 2L * options.folds()) {
                throw new UnusableFile(
                        options.labels(),
                        "of %d patients with readings who are %s a calibration can say nothing: it takes at least %d"
                                .formatted(count, kind ? "positive" : "negative", 2 * options.folds()),
                        null);
            }
        }
    }

    private static BitSet found(Candidate candidate, Measure measure, List<Patient> patients) {
        PlannedMeasure planned = DefaultTerms.plannedMeasure(measure, 1, null);
        var terms = new MeasureTerms(
                planned.watchedBy(candidate.terms(), null),
                DefaultTerms.target(measure).map(Sourced::value).orElse(null));
        var found = new BitSet();
        for (int i = 0; i < patients.size(); i++) {
            Patient patient = patients.get(i);
            boolean isFound = Backtest.escalations(patient.id(), patient.lines(), any -> terms).stream()
                    .anyMatch(escalation -> !escalation.isWithdrawn());
            found.set(i, isFound);
        }
        return found;
    }

    private Calibrated calibrated(Measure measure) {
        int[] all = IntStream.range(0, positive.length).toArray();
        int chosen = choose(all);
        return new Calibrated(
                measure,
                options,
                candidates.getFirst().terms(),
                candidates.get(chosen).terms(),
                accuracy(all, i -> 0),
                accuracy(all, i -> chosen),
                heldOut(),
                isWithinBudget(chosen, all));
    }

    /** Each patient judged by the terms that the other parts chose. */
    private Accuracy heldOut() {
        int[] parts = parts();
        int[] chosen = IntStream.range(0, options.folds())
                .map(part -> choose(IntStream.range(0, positive.length)
                        .filter(i -> parts[i] != part)
                        .toArray()))
                .toArray();
        return accuracy(IntStream.range(0, positive.length).toArray(), i -> chosen[parts[i]]);
    }

    /** The part of each patient; of both kinds each has as many, give or take one. */
    private int[] parts() {
        int[] parts = new int[positive.length];
        var random = new Random(options.seed());
        for (boolean kind : new boolean[] {true, false}) {
            List<Integer> ofKind = new ArrayList<>(IntStream.range(0, positive.length)
                    .filter(i -> positive[i] == kind)
                    .boxed()
                    .toList());
            Collections.shuffle(ofKind, random);
            IntStream.range(0, ofKind.size()).forEach(i -> parts[ofKind.get(i)] = i % options.folds());
        }
        return parts;
    }

    /** Number of the candidate; where none is within the budget the one with the fewest alerts. */
    private int choose(int[] patients) {
        List<Integer> within = IntStream.range(0, candidates.size())
                .filter(candidate -> isWithinBudget(candidate, patients))
                .boxed()
                .toList();
        if (within.isEmpty()) {
            return all().min(Comparator.comparingLong(candidate -> alerts(candidate, patients)))
                    .orElseThrow();
        }
        double best = within.stream()
                .mapToDouble(candidate -> sensitivity(candidate, patients))
                .max()
                .orElseThrow();
        long positives = of(patients, true);
        double error = standardError(Math.round(best * positives), positives);
        return within.stream()
                .filter(candidate -> sensitivity(candidate, patients) >= best - error)
                .min(Comparator.<Integer>comparingInt(
                                candidate -> candidates.get(candidate).changes())
                        .thenComparing(candidate -> -sensitivity(candidate, patients))
                        .thenComparing(candidate -> alerts(candidate, patients)))
                .orElseThrow();
    }

    /** Of a part that was found; that of Agresti and Coull (1998), which is not 0 where all or none were. */
    static double standardError(long found, long of) {
        double part = (found + 2.0) / (of + 4);
        return Math.sqrt(part * (1 - part) / (of + 4));
    }

    private Stream<Integer> all() {
        return IntStream.range(0, candidates.size()).boxed();
    }

    private boolean isWithinBudget(int candidate, int[] patients) {
        return 100.0 * alerts(candidate, patients) <= options.alertsPer100() * patients.length;
    }

    private long alerts(int candidate, int[] patients) {
        return IntStream.of(patients).filter(found.get(candidate)::get).count();
    }

    private double sensitivity(int candidate, int[] patients) {
        long rightly = IntStream.of(patients)
                .filter(i -> positive[i] && found.get(candidate).get(i))
                .count();
        return (double) rightly / of(patients, true);
    }

    private long of(int[] patients, boolean kind) {
        return IntStream.of(patients).filter(i -> positive[i] == kind).count();
    }

    private Accuracy accuracy(int[] patients, IntUnaryOperator candidate) {
        return Accuracy.of(IntStream.of(patients)
                .mapToObj(i -> new Judged(
                        positive[i], found.get(candidate.applyAsInt(i)).get(i), null))
                .toList());
    }

    static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
