package io.github.throughline.stall.stream;

import io.github.throughline.stall.detection.Change;
import io.github.throughline.stall.detection.Step;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What the detector counts; nothing of a patient is in a tag. */
public final class DetectorMetrics {

    private final MeterRegistry registry;

    public DetectorMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void received(Step.Reception reception) {
        registry.counter("throughline.detector.facts", "reception", lower(reception))
                .increment();
    }

    void refusedPlan(String reason) {
        registry.counter("throughline.detector.plans.refused", "reason", reason).increment();
    }

    void published(Change change) {
        if (change instanceof Change.EscalationChanged escalation) {
            registry.counter(
                            "throughline.detector.escalations",
                            "rule",
                            escalation.escalation().rule().id(),
                            "state",
                            lower(escalation.state()))
                    .increment();
        } else {
            registry.counter("throughline.detector.verdicts").increment();
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
