package io.github.throughline.notification.console;

import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.Evidence;
import io.github.throughline.notification.plan.PlanVersion;
import io.github.throughline.notification.plan.PlanVersions;
import io.github.throughline.notification.trend.Reading;
import io.github.throughline.notification.trend.Trends;
import io.github.throughline.notification.trend.Verdict;
import io.github.throughline.notification.worklist.MeasureNames;
import io.github.throughline.notification.worklist.Why;
import io.github.throughline.signedplan.Goal;
import io.github.throughline.signedplan.NextStep;
import io.github.throughline.signedplan.PlannedMeasure;
import java.util.ArrayList;
import java.util.List;
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

    /** Among all that is known of it, for who cares for the patient. */
    EvidencePart amongAll(Escalation escalation, TimeWords times) {
        List<PlanVersion> versions = plans.of(escalation.episodeId());
        Optional<String> measure = measure(escalation.evidence(), citedBy(escalation, versions));
        return part(
                escalation,
                versions,
                measure,
                measure.map(id -> readings(escalation, id)).orElse(List.of()),
                measure.flatMap(id -> trends.verdict(escalation.episodeId(), id)),
                times);
    }

    /** Alone: the consent to be told of an escalation covers what it rests on, and no other reading. */
    EvidencePart alone(Escalation escalation, TimeWords times) {
        Evidence evidence = escalation.evidence();
        return part(
                escalation,
                plans.of(escalation.episodeId()),
                Optional.ofNullable(evidence.measure()),
                own(evidence),
                Optional.empty(),
                times);
    }

    private EvidencePart part(
            Escalation escalation,
            List<PlanVersion> versions,
            Optional<String> measure,
            List<Reading> readings,
            Optional<Verdict> verdict,
            TimeWords times) {
        Evidence evidence = escalation.evidence();
        Optional<PlanVersion> plan = citedBy(escalation, versions);
        return new EvidencePart(
                better(evidence.higherIsBetter()),
                measure.flatMap(id -> chart(names.inFull(id), trend(escalation, id, readings, plan, versions, times)))
                        .orElse(null),
                rows(readings, used(evidence), times),
                verdict.map(found -> Words.plain(found.verdict()) + " since " + times.date(found.since()))
                        .orElse(null),
                facts(evidence),
                thresholds(evidence),
                statements(evidence, times),
                plan.map(version -> PlanParts.of(version, escalation, times)).orElse(null),
                nextStep(escalation, plan));
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

    /** Where a rule is not about a measure, the plan's first one says how it went before. */
    private static Optional<String> measure(Evidence evidence, Optional<PlanVersion> plan) {
        return Optional.ofNullable(evidence.measure())
                .or(() -> plan.flatMap(version -> version.content().measures().stream()
                        .map(PlannedMeasure::measure)
                        .findFirst()));
    }

    /** All of the measure; where none has come yet, those that the escalation brings. */
    private List<Reading> readings(Escalation escalation, String measure) {
        List<Reading> known = trends.readings(escalation.episodeId(), measure);
        return known.isEmpty() ? own(escalation.evidence()) : known;
    }

    private static List<Reading> own(Evidence evidence) {
        return evidence.readings().stream()
                .map(value -> new Reading(value.readingId(), value.observedAt(), value.value(), "unknown"))
                .toList();
    }

    private TrendChart trend(
            Escalation escalation,
            String measure,
            List<Reading> readings,
            Optional<PlanVersion> plan,
            List<PlanVersion> versions,
            TimeWords times) {
        Evidence evidence = escalation.evidence();
        return new TrendChart(
                names.inShort(measure),
                times.zone().getId(),
                points(readings, used(evidence)),
                evidence.target() != null
                        ? evidence.target()
                        : plan.flatMap(version -> version.content().goal(measure))
                                .map(Goal::target)
                                .orElse(null),
                evidence.baseline(),
                names.range(measure),
                marks(escalation, versions));
    }

    private static List<TrendChart.Point> points(List<Reading> readings, Set<UUID> used) {
        List<TrendChart.Point> points = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.value() != null) {
                points.add(new TrendChart.Point(
                        reading.observedAt().toEpochMilli(), reading.value(), used.contains(reading.id())));
            }
        }
        return points;
    }

    private Optional<EvidencePart.ChartPart> chart(String title, TrendChart trend) {
        return trend.readings().isEmpty()
                ? Optional.empty()
                : Optional.of(new EvidencePart.ChartPart(
                        title, json.writeValueAsString(trend), trend.target() != null, trend.baseline() != null));
    }

    private static @Nullable String nextStep(Escalation escalation, Optional<PlanVersion> plan) {
        return plan.map(version -> version.content().nextSteps().get(escalation.rule()))
                .map(NextStep::text)
                .orElseGet(() -> escalation.nextStep() == null ? null : Words.plain(escalation.nextStep()));
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

    private static String better(@Nullable Boolean higherIsBetter) {
        return higherIsBetter == null ? "" : higherIsBetter ? "higher is better" : "lower is better";
    }

    private static List<EvidencePart.Fact> facts(Evidence evidence) {
        List<EvidencePart.Fact> facts = new ArrayList<>();
        add(facts, "Baseline", evidence.baseline());
        add(facts, "Level now", evidence.level());
        add(facts, "Target", evidence.target());
        add(facts, "Margin beyond the limit", evidence.margin());
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
                        Words.amount(threshold.value(), threshold.unit()),
                        threshold.source()))
                .toList();
    }

    private List<String> statements(Evidence evidence, TimeWords times) {
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
        evidence.answers().forEach(answer -> statements.add(times.date(answer.answeredAt()) + ": " + said(answer)));
        return statements;
    }

    /** E.g. moderate (duloxetine); duloxetine started or raised. */
    private static String said(Evidence.Answer answer) {
        List<String> said = new ArrayList<>();
        answer.sideEffects()
                .forEach(effect -> said.add(
                        effect.grade() + (effect.medication() == null ? "" : " (" + effect.medication() + ")")));
        answer.activities()
                .forEach(activity -> said.add("done %d of %d times".formatted(activity.done(), activity.planned())));
        answer.medicationChanges()
                .forEach(change -> said.add(change.medication() + " " + Words.medication(change.direction())));
        return said.isEmpty() ? "not reported" : String.join("; ", said);
    }
}
