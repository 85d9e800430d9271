package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Fact.CheckinState;
import io.github.throughline.stall.detection.Fact.PlanState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Facts as bytes. */
final class FactFormat {

    private static final int PLAN = 1;
    private static final int READING = 2;
    private static final int UNSCORED = 3;
    private static final int CHECKIN = 4;
    private static final int DECISION = 5;

    private FactFormat() {}

    static void write(Fact fact, StateOutput out) {
        switch (fact) {
            case Fact.PlanStands plan -> plan(plan, out);
            case Fact.ReadingTaken reading -> reading(reading, out);
            case Fact.CheckinStands checkin -> checkin(checkin, out);
            case Fact.Decided decided -> decision(decided, out);
            case Fact.TimePassed passed -> throw new IllegalArgumentException("the passing of time is not kept");
        }
    }

    static Fact read(StateInput in, Function<String, PlanTerms> plans) {
        int type = in.oneByte();
        return switch (type) {
            case PLAN -> plan(in, plans);
            case READING -> scored(in);
            case UNSCORED -> unscored(in);
            case CHECKIN -> checkin(in);
            case DECISION -> decision(in);
            default -> throw new IllegalStateException("fact of type %d is not known here".formatted(type));
        };
    }

    static void answers(List<SafetyAnswer> answers, StateOutput out) {
        out.each(answers, answer -> {
            out.text(answer.item());
            out.number(answer.answer());
        });
    }

    static List<SafetyAnswer> answers(StateInput in) {
        return in.each(() -> new SafetyAnswer(in.text(), in.count()));
    }

    private static void plan(Fact.PlanStands plan, StateOutput out) {
        out.oneByte(PLAN);
        out.id(plan.eventId());
        out.time(plan.occurredAt());
        out.time(plan.at());
        out.number(plan.version());
        out.number(plan.state().ordinal());
        out.text(plan.terms().digest());
    }

    private static Fact plan(StateInput in, Function<String, PlanTerms> plans) {
        return new Fact.PlanStands(
                in.id(), in.time(), in.time(), in.count(), PlanState.values()[in.count()], plans.apply(in.text()));
    }

    private static void reading(Fact.ReadingTaken reading, StateOutput out) {
        reading.scored()
                .ifPresentOrElse(
                        scored -> {
                            out.oneByte(READING);
                            out.reading(scored);
                        },
                        () -> {
                            out.oneByte(UNSCORED);
                            out.id(reading.readingId());
                            out.id(reading.eventId());
                            out.time(reading.at());
                        });
        out.number(reading.version());
        out.text(reading.measure());
        answers(reading.safetyAnswers(), out);
        answers(reading.worstAnswers(), out);
    }

    private static Fact scored(StateInput in) {
        Reading scored = in.reading();
        int version = in.count();
        String measure = in.text();
        return new Fact.ReadingTaken(
                scored.eventId(),
                scored.at(),
                scored.readingId(),
                version,
                measure,
                scored.value(),
                answers(in),
                answers(in));
    }

    private static Fact unscored(StateInput in) {
        var readingId = in.id();
        var eventId = in.id();
        var at = in.time();
        int version = in.count();
        String measure = in.text();
        return new Fact.ReadingTaken(eventId, at, readingId, version, measure, null, answers(in), answers(in));
    }

    private static void checkin(Fact.CheckinStands checkin, StateOutput out) {
        out.oneByte(CHECKIN);
        out.time(checkin.at());
        out.id(checkin.checkinId());
        out.number(checkin.version());
        out.number(checkin.state().ordinal());
        if (checkin.state() == CheckinState.ANSWERED) {
            AnswerFormat.write(checkin.answer(), out);
        }
    }

    private static Fact checkin(StateInput in) {
        Instant at = in.time();
        UUID checkinId = in.id();
        int version = in.count();
        CheckinState state = CheckinState.values()[in.count()];
        boolean isSaid = state == CheckinState.ANSWERED && in.isOfFormat(2);
        return new Fact.CheckinStands(
                at, checkinId, version, state, isSaid ? AnswerFormat.read(in) : CheckinAnswer.NOTHING);
    }

    private static void decision(Fact.Decided decided, StateOutput out) {
        out.oneByte(DECISION);
        out.time(decided.at());
        out.id(decided.decisionId());
        out.number(decided.version());
        out.id(decided.escalation().value());
    }

    private static Fact decision(StateInput in) {
        return new Fact.Decided(in.time(), in.id(), in.count(), new EscalationId(in.id()));
    }
}
