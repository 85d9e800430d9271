package io.github.throughline.checkin.plan;

import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlannedMeasure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A signed version of a plan and where it stands.
 *
 * @param content what was signed, the signature checked
 * @param since care time since which it stands there
 * @param change change number of the version's state; the highest is the truth
 */
public record PlanVersion(PlanContent content, State state, Instant since, int change) {

    /** Where a version stands; SUPERSEDED holds until its successor takes effect. */
    public enum State {
        IN_FORCE,
        PAUSED,
        SUPERSEDED,
        COMPLETED,
        STOPPED
    }

    public UUID planId() {
        return content.planId();
    }

    public int number() {
        return content.version();
    }

    public Instant effectiveFrom() {
        return content.effectiveFrom();
    }

    /** Whether check-ins are held under it. */
    public boolean isRunning() {
        return state == State.IN_FORCE || state == State.SUPERSEDED;
    }

    boolean isEnd() {
        return state == State.COMPLETED || state == State.STOPPED;
    }

    boolean isCurrent() {
        return state == State.IN_FORCE || state == State.PAUSED;
    }

    /** Ids of the measures due in a week, counted from 0; empty: the week has no check-in. */
    public List<String> due(int week) {
        return content.measures().stream()
                .filter(measure -> week % measure.everyWeeks() == 0)
                .map(PlannedMeasure::measure)
                .toList();
    }

    public Optional<Activity> activity(String id) {
        return content.activities().stream().filter(a -> a.id().equals(id)).findFirst();
    }
}
