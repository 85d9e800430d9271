package io.github.throughline.notification.console;

import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.Evidence;
import io.github.throughline.notification.plan.PlanVersion;
import io.github.throughline.notification.plan.PlanVersions;
import io.github.throughline.notification.trend.Reading;
import io.github.throughline.notification.trend.Trends;
import io.github.throughline.notification.worklist.MeasureNames;
import io.github.throughline.notification.worklist.Why;
import io.github.throughline.signedplan.NextStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the evidence of an escalation together for showing. */
@Component
class EvidenceParts {

    private final Trends trends;
    private final PlanVersions plans;
    private final MeasureNames names;
    private final JsonMapper json;

    EvidenceParts(Trends trends, PlanVersions plans, MeasureNames names, JsonMapper json) {
        this.trends = trends;
        this.plans = plans;
        this.names = names;
        this.json = json;
    }

    EvidencePart of(Escalation escalation, TimeWords times) {
        Evidence evidence = escalation.evidence();
        List<PlanVersion> versions = plans.of(escalation.episodeId());
        Optional<PlanVersion> plan = citedBy(escalation, versions);
        List<Reading> readings = readings(escalation);
        return new EvidencePart(
                evidence.measure() == null ? null : names.inFull(evidence.measure()),
                better(evidence.higherIsBetter()),
                chart(escalation, readings, versions, times),
                rows(readings, used(evidence), times),
                verdict(escalation, times),
                facts(evidence),
                thresholds(evidence),
                statements(evidence),
                plan.map(version -> planPart(version, escalation, times)).orElse(null),
                plan.map(version -> version.content().nextSteps().get(escalation.rule()))
                        .map(NextStep::text)
                        .orElseGet(() -> escalation.nextStep() == null ? null : Words.plain(escalation.nextStep())));
    }

    private static Optional<PlanVersion> citedBy(Escalation escalation, List<PlanVersion> versions) {
        Escalation.PlanReference cited = escalation.plan();
        return cited == null
                ? Optional.empty()
                : versions.stream()
                        .filter(version ->
                                version.planId().equals(cited.planId()) && version.version() == cited.version())
                        .findFirst();
    }

    /** All of the measure; where none has come yet, those that the escalation brings. */
    private List<Reading> readings(Escalation escalation) {
        String measure = escalation.evidence().measure();
        List<Reading> known = measure == null ? List.of() : trends.readings(escalation.episodeId(), measure);
        return known.isEmpty()
                ? escalation.evidence().readings().stream()
                        .map(value -> new Reading(value.readingId(), value.observedAt(), value.value(), "unknown"))
                        .toList()
                : known;
    }

    private @Nullable String chart(
            Escalation escalation, List<Reading> readings, List<PlanVersion> versions, TimeWords times) {
        String measure = escalation.evidence().measure();
        Set<UUID> used = used(escalation.evidence());
        List<TrendChart.Point> points = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.value() != null) {
                points.add(new TrendChart.Point(
                        reading.observedAt().toEpochMilli(), reading.value(), used.contains(reading.id())));
            }
        }
        if (measure == null || points.isEmpty()) {
            return null;
        }
        return json.writeValueAsString(new TrendChart(
                names.inShort(measure),
                times.zone().getId(),
                points,
                escalation.evidence().target(),
                escalation.evidence().baseline(),
                names.range(measure),
                marks(escalation, versions)));
    }

    private static List<TrendChart.Mark> marks(Escalation escalation, List<PlanVersion> versions) {
        List<TrendChart.Mark> marks = new ArrayList<>();
        versions.forEach(version ->
                marks.add(TrendChart.Mark.of(version.content().effectiveFrom(), "plan", "Plan " + version.version())));
        if (escalation.onsetAt().isBefore(escalation.raisedAt())) {
            marks.add(TrendChart.Mark.of(escalation.onsetAt(), "onset", "Onset"));
        }
        marks.add(TrendChart.Mark.of(escalation.raisedAt(), "raised", "Raised"));
        if (escalation.endedAt() != null) {
            marks.add(TrendChart.Mark.of(escalation.endedAt(), "ended", "Ended"));
        }
        return marks;
    }

    private static Set<UUID> used(Evidence evidence) {
        return evidence.readings().stream().map(Evidence.Value::readingId).collect(Collectors.toSet());
    }

    private static List<EvidencePart.ReadingRow> rows(List<Reading> readings, Set<UUID> used, TimeWords times) {
        return readings.reversed().stream()
                .map(reading -> new EvidencePart.ReadingRow(
                        times.date(reading.observedAt()),
                        reading.value() == null ? "not scored" : Why.number(reading.value()),
                        used.contains(reading.id()),
                        reading.source().equals("unknown") ? "" : Words.plain(reading.source())))
                .toList();
    }

    private @Nullable String verdict(Escalation escalation, TimeWords times) {
        String measure = escalation.evidence().measure();
        return measure == null
                ? null
                : trends.verdict(escalation.episodeId(), measure)
                        .map(verdict -> Words.plain(verdict.verdict()) + " since " + times.date(verdict.since()))
                        .orElse(null);
    }

    private static String better(@Nullable Boolean higherIsBetter) {
        return higherIsBetter == null ? "" : higherIsBetter ? "higher is better" : "lower is better";
    }

    private static List<EvidencePart.Fact> facts(Evidence evidence) {
        List<EvidencePart.Fact> facts = new ArrayList<>();
        add(facts, "Baseline", evidence.baseline());
        add(facts, "Level now", evidence.level());
        add(facts, "Target", evidence.target());
        add(facts, "Beyond the limit by", evidence.margin());
        return facts;
    }

    private static void add(List<EvidencePart.Fact> facts, String name, @Nullable Double value) {
        if (value != null) {
            facts.add(new EvidencePart.Fact(name, Why.number(value)));
        }
    }

    private static List<EvidencePart.ThresholdRow> thresholds(Evidence evidence) {
        return evidence.thresholds().stream()
                .map(threshold -> new EvidencePart.ThresholdRow(
                        Words.threshold(threshold.name()),
                        (Why.number(threshold.value()) + " " + Words.unit(threshold.unit())).strip(),
                        threshold.source()))
                .toList();
    }

    private List<String> statements(Evidence evidence) {
        List<String> statements = new ArrayList<>();
        evidence.safetyAnswers()
                .forEach(
                        answer -> statements.add("Item %s was answered %d.".formatted(answer.item(), answer.answer())));
        if (!evidence.missedCheckins().isEmpty()) {
            List<Integer> weeks = trends.weeks(evidence.missedCheckins());
            statements.add(
                    weeks.size() < evidence.missedCheckins().size()
                            ? "%d check-ins were not answered."
                                    .formatted(evidence.missedCheckins().size())
                            : "Not answered: the check-ins of "
                                    + weeks.stream().map(week -> "week " + week).collect(Collectors.joining(", "))
                                    + " of the plan.");
        }
        return statements;
    }

    private static EvidencePart.PlanPart planPart(PlanVersion plan, Escalation escalation, TimeWords times) {
        Escalation.PlanReference cited = escalation.plan();
        return new EvidencePart.PlanPart(
                "Version " + plan.version() + ", " + Words.plain(plan.state()).toLowerCase(Locale.ROOT),
                "Signed by " + plan.content().signedBy() + " on "
                        + times.date(plan.content().signedAt()),
                plan.signature().name().toLowerCase(Locale.ROOT),
                switch (plan.signature()) {
                    case VALID -> "Signature valid";
                    case INVALID -> "Signature not valid";
                    case UNCHECKED -> "Signature not checked: keys not reached";
                },
                plan.digest().substring(0, Math.min(12, plan.digest().length())),
                cited != null && plan.digest().equals(cited.digest()));
    }
}
