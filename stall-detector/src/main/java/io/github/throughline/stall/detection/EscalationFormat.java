package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Escalation.PlanRef;
import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Escalation.Severity;
import java.util.List;
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
            case PLATEAU, REGRESSION -> {
                out.optional(evidence.baseline(), out::points);
                out.optional(evidence.level(), out::points);
                out.optional(evidence.margin(), out::points);
                out.each(evidence.readings(), out::reading);
            }
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

    private static Evidence evidence(Rule rule, String subject, @Nullable PlanTerms plan, StateInput in) {
        return switch (rule) {
            case PLATEAU, REGRESSION -> trend(rule, terms(plan, subject), in);
            case MISSED_CHECKINS -> missed(plan, in);
            case SAFETY_ANSWER -> safety(in);
        };
    }

    private static Evidence trend(Rule rule, MeasureTerms terms, StateInput in) {
        return new Evidence(
                terms.measure().measure(),
                terms.measure().direction(),
                in.optional(in::points),
                in.optional(in::points),
                terms.target(),
                in.optional(in::points),
                in.each(in::reading),
                Limit.of(rule, terms.stall()),
                List.of(),
                List.of());
    }

    private static Evidence missed(@Nullable PlanTerms plan, StateInput in) {
        if (plan == null) {
            throw new IllegalStateException("missed check-ins without a plan");
        }
        return new Evidence(
                null,
                null,
                null,
                null,
                null,
                in.optional(in::points),
                List.of(),
                MissedCheckins.limits(plan.checkins()),
                in.each(in::id),
                List.of());
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
                FactFormat.answers(in));
    }

    private static MeasureTerms terms(@Nullable PlanTerms plan, String measure) {
        if (plan == null) {
            throw new IllegalStateException("a trend without a plan");
        }
        return plan.measure(measure).orElseThrow(() -> new IllegalStateException("the plan lacks the measure"));
    }
}
