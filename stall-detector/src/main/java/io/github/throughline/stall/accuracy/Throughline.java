package io.github.throughline.stall.accuracy;

import io.github.throughline.stall.backtest.Backtest;
import io.github.throughline.stall.backtest.BacktestEscalation;
import io.github.throughline.stall.backtest.BacktestOptions;
import io.github.throughline.stall.cohort.Cohort;
import io.github.throughline.stall.cohort.CohortFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom our own detector tells of: the cohort's files, folded by a backtest with the catalogue's terms. */
final class Throughline {

    private static final int DAYS = 7;

    private final List<BacktestEscalation> escalations;

    private Throughline(List<BacktestEscalation> escalations) {
        this.escalations = escalations;
    }

    /** @param terms YAML in place of the catalogue's; null: the catalogue's */
    static Throughline on(Cohort cohort, int minimumWeeks, @Nullable Path terms) {
        try {
            Path folder = Files.createTempDirectory("cohort");
            try {
                new CohortFiles(cohort, minimumWeeks).write(folder);
                return new Throughline(
                        Backtest.run(new BacktestOptions(CohortFiles.histories(folder), terms, null, null, null, null))
                                .escalations());
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a cohort can not be written to the temporary folder", e);
        }
    }

    /** Its first escalations of any rule. */
    Alarms alarms() {
        return alarms(escalation -> true);
    }

    /** Its first escalations of one rule. */
    Alarms alarms(String rule) {
        return alarms(escalation -> escalation.rule().equals(rule));
    }

    private Alarms alarms(Predicate<BacktestEscalation> which) {
        var first = new HashMap<String, Integer>();
        escalations.stream()
                .filter(escalation -> !escalation.state().equals("WITHDRAWN") && which.test(escalation))
                .forEach(escalation ->
                        first.merge(escalation.patient(), (int) escalation.raisedAtDay() / DAYS, Math::min));
        return new Alarms("Throughline", first);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
