package io.github.throughline.stall.backtest;

import io.github.throughline.stall.detection.Change;
import io.github.throughline.stall.detection.Evidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An escalation at the end of a backtest; days are the patient's.
 *
 * @param rule id of the rule
 * @param measure id of the measure
 * @param onsetDay day on which the stall began
 * @param raisedAtDay day of the reading at which the rule first held
 * @param state RAISED, RESOLVED or WITHDRAWN
 * @param endedAtDay day on which it was resolved; null: it was not
 * @param severity ROUTINE or URGENT
 * @param day0 midnight that the days are counted from
 */
public record BacktestEscalation(
        String patient,
        String rule,
        String measure,
        long onsetDay,
        long raisedAtDay,
        String state,
        @Nullable Long endedAtDay,
        String severity,
        Instant day0,
        Evidence evidence) {

    static BacktestEscalation of(String patient, Instant day0, Change.EscalationChanged change) {
        var escalation = change.escalation();
        var end = escalation.end();
        return new BacktestEscalation(
                patient,
                escalation.rule().id(),
                escalation.subject(),
                Histories.day(day0, escalation.onset()),
                Histories.day(day0, escalation.raisedAt()),
                change.state() == Change.State.UPDATED
                        ? Change.State.RAISED.name()
                        : change.state().name(),
                end == null ? null : Histories.day(day0, end.at()),
                escalation.severity().name(),
                day0,
                escalation.evidence());
    }

    public boolean isWithdrawn() {
        return state.equals(Change.State.WITHDRAWN.name());
    }

    boolean isOverBefore(long day) {
        return endedAtDay != null && endedAtDay < day;
    }

    boolean isInForce() {
        return state.equals(Change.State.RAISED.name());
    }
}
