package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.stall.detection.Escalation.PlanRef;
import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Escalation.Severity;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Escalations as bytes; what they take from their plan is left out. */
final class EscalationFormat {

    private EscalationFormat() {}

    static void write(Escalation escalation, StateOutput out) {
        out.number(escalation.rule().ordinal());
        out.text(escalation.subject());
        out.number(escalation.ordinal());
        out.number(escalation.severity().ordinal());
        out.time(escalation.onset());
        out.time(escalation.raisedAt());
        out.optional(escalation.end(), end -> {
            out.number(end.resolution().ordinal());
            out.time(end.at());
        });
        out.optional(escalation.plan(), plan -> out.text(plan.digest()));
        evidence(escalation, out);
    }

    static Escalation read(UUID episodeId, StateInput in, Function<String, PlanTerms> plans) {
        Rule rule = Rule.values()[in.count()];
        String subject = in.text();
        int ordinal = in.count();
        Severity severity = Severity.values()[in.count()];
        var onset = in.time();
        var raisedAt = in.time();
        Escalation.End end = in.optional(() -> new Escalation.End(Resolution.values()[in.count()], in.time()));
        PlanTerms plan = in.optional(() -> plans.apply(in.text()));
        return new Escalation(
                EscalationId.of(episodeId, rule, subject, ordinal),
                rule,
                subject,
                ordinal,
                severity,
                onset,
                raisedAt,
                end,
                plan == null ? null : PlanRef.of(plan),
                plan == null ? null : plan.nextSteps().get(rule.id()),
                evidence(rule, subject, plan, in));
    }

    private static void evidence(Escalation escalation, StateOutput out) {
        Evidence evidence = escalation.evidence();
        switch (escalation.rule()) {
            case PLATEAU, REGRESSION, OFF_TRACK -> trend(evidence, out);
            case ADHERENCE -> {
                out.text(Objects.requireNonNull(evidence.measure()));
                out.number((evidence.showsPlateau() ? Rule.PLATEAU : Rule.REGRESSION).ordinal());
                trend(evidence, out);
                AnswerFormat.write(evidence.answers(), out);
            }
            case SIDE_EFFECT -> AnswerFormat.write(evidence.answers(), out);
            case MISSED_CHECKINS -> {
                out.optional(evidence.margin(), out::points);
                out.each(evidence.missedCheckins(), out::id);
            }
            case SAFETY_ANSWER -> {
                out.optional(evidence.measure(), out::text);
                out.each(evidence.readings(), out::reading);
                FactFormat.answers(evidence.safetyAnswers(), out);
            }
        }
    }

    private static void trend(Evidence evidence, StateOutput out) {
        out.optional(evidence.baseline(), out::points);
        out.optional(evidence.level(), out::points);
        out.optional(evidence.margin(), out::points);
        out.each(evidence.readings(), out::reading);
    }

    private static Evidence evidence(Rule rule, String subject, @Nullable PlanTerms plan, StateInput in) {
        return switch (rule) {
            case PLATEAU, REGRESSION, OFF_TRACK -> trend(rule, terms(plan, subject), in);
            case ADHERENCE -> {
                MeasureTerms terms = terms(plan, in.text());
                Evidence stalled = trend(Rule.values()[in.count()], terms, in);
                yield Evidence.ofAdherence(
                        stalled, AnswerFormat.readAll(in), checkins(plan).adherence());
            }
            case SIDE_EFFECT ->
                Evidence.ofSideEffect(AnswerFormat.readAll(in), checkins(plan).sideEffects());
            case MISSED_CHECKINS -> missed(plan, in);
            case SAFETY_ANSWER -> safety(in);
        };
    }

    private static Evidence trend(Rule rule, MeasureTerms terms, StateInput in) {
        return Evidence.ofTrend(
                rule,
                terms,
                in.optional(in::points),
                in.optional(in::points),
                in.optional(in::points),
                in.each(in::reading));
    }

    private static Evidence missed(@Nullable PlanTerms plan, StateInput in) {
        Double margin = in.optional(in::points);
        return Evidence.ofMissed(in.each(in::id), margin, MissedCheckins.limits(checkins(plan)));
    }

    private static Evidence safety(StateInput in) {
        return new Evidence(
                in.optional(in::text),
                null,
                null,
                null,
                null,
                null,
                in.each(in::reading),
                List.of(),
                List.of(),
                FactFormat.answers(in),
                List.of());
    }

    private static CheckinTerms checkins(@Nullable PlanTerms plan) {
        if (plan == null) {
            throw new IllegalStateException("answers without a plan");
        }
        return plan.checkins();
    }

    private static MeasureTerms terms(@Nullable PlanTerms plan, String measure) {
        if (plan == null) {
            throw new IllegalStateException("a trend without a plan");
        }
        return plan.measure(measure).orElseThrow(() -> new IllegalStateException("the plan lacks the measure"));
    }
}
