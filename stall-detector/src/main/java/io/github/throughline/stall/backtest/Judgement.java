package io.github.throughline.stall.backtest;

import io.github.throughline.stall.backtest.Accuracy.Judged;
import io.github.throughline.stall.backtest.Labels.Label;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Escalations against labels; patients without a label, and labels without a patient, are left out. */
final class Judgement {

    private final Collection<String> patients;
    private final Map<String, List<BacktestEscalation>> escalations;
    private final Map<String, Label> labels;

    Judgement(Collection<String> patients, List<BacktestEscalation> escalations, Map<String, Label> labels) {
        this.patients = patients;
        this.escalations = escalations.stream().collect(Collectors.groupingBy(BacktestEscalation::patient));
        this.labels = labels;
    }

    Accuracy raised() {
        return accuracy(escalation -> !escalation.isWithdrawn());
    }

    Accuracy inForce() {
        return accuracy(BacktestEscalation::isInForce);
    }

    private Accuracy accuracy(Predicate<BacktestEscalation> counts) {
        return Accuracy.of(patients.stream()
                .filter(labels::containsKey)
                .map(patient -> judged(patient, labels.get(patient), counts))
                .toList());
    }

    private Judged judged(String patient, @Nullable Label label, Predicate<BacktestEscalation> counts) {
        List<BacktestEscalation> found = escalations.getOrDefault(patient, List.of()).stream()
                .filter(counts)
                .toList();
        Long onset = label == null ? null : label.onsetDay();
        Long delay = onset == null ? null : delayDays(found, onset);
        return new Judged(label != null && label.isPositive(), !found.isEmpty(), delay);
    }

    /** None where one is open at the onset; what was over by then says nothing of it. */
    private static @Nullable Long delayDays(List<BacktestEscalation> found, long onset) {
        return found.stream()
                .filter(escalation -> !escalation.isOverBefore(onset))
                .map(escalation -> Math.max(0, escalation.raisedAtDay() - onset))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
