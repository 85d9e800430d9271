package io.github.throughline.stall.stream;

import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.decision.DecisionKind;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.stall.detection.CheckinAnswer;
import io.github.throughline.stall.detection.EscalationId;
import io.github.throughline.stall.detection.Fact;
import io.github.throughline.stall.detection.Fact.CheckinState;
import io.github.throughline.stall.detection.Fact.PlanState;
import io.github.throughline.stall.detection.PlanTerms;
import io.github.throughline.stall.detection.SafetyAnswer;
import java.util.Optional;

/** Events to facts. What a newer writer says in a word that is not known here only tells the time. */
final class AvroFacts {

    private AvroFacts() {}

    /** Where a plan version stands; empty: it says nothing about what is in force. */
    static Optional<PlanState> planState(PlanVersionChanged event) {
        return switch (event.getState()) {
            case IN_FORCE -> Optional.of(PlanState.IN_FORCE);
            case PAUSED -> Optional.of(PlanState.PAUSED);
            case COMPLETED, STOPPED -> Optional.of(PlanState.ENDED);
            case SUPERSEDED, UNKNOWN -> Optional.empty();
        };
    }

    static Fact plan(PlanVersionChanged event, PlanState state, PlanTerms terms) {
        return new Fact.PlanStands(event.getEventId(), event.getOccurredAt(), event.getVersion(), state, terms);
    }

    static Fact superseded(PlanVersionChanged event) {
        return new Fact.TimePassed(event.getEventId(), event.getOccurredAt());
    }

    static Fact reading(OutcomeRecorded event) {
        var answers = event.getSafetyAnswers().stream()
                .map(answer -> new SafetyAnswer(answer.getItem(), answer.getAnswer()))
                .toList();
        return new Fact.ReadingTaken(
                event.getEventId(),
                event.getOccurredAt(),
                event.getReadingId(),
                event.getVersion(),
                event.getMeasure(),
                event.getValue(),
                answers);
    }

    static Fact checkin(CheckinChanged event) {
        return switch (event.getFact()) {
            case MISSED -> stands(event, CheckinState.MISSED);
            case SUBMITTED, SUBMITTED_LATE, CORRECTED -> stands(event, CheckinState.ANSWERED);
            case REPORT_DUE -> stands(event, CheckinState.DUE);
            case OPENED, TICK, UNKNOWN -> new Fact.TimePassed(event.getEventId(), event.getOccurredAt());
        };
    }

    static Fact decision(DecisionRecorded event) {
        return event.getKind() == DecisionKind.UNKNOWN
                ? new Fact.TimePassed(event.getEventId(), event.getOccurredAt())
                : new Fact.Decided(
                        event.getOccurredAt(),
                        event.getDecisionId(),
                        event.getVersion(),
                        new EscalationId(event.getEscalationId()));
    }

    private static Fact stands(CheckinChanged event, CheckinState state) {
        CheckinAnswer answer = state == CheckinState.ANSWERED ? AvroAnswers.answer(event) : CheckinAnswer.NOTHING;
        return new Fact.CheckinStands(event.getOccurredAt(), event.getCheckinId(), event.getVersion(), state, answer);
    }
}
