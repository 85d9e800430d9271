package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Change.EscalationChanged;
import io.github.throughline.stall.detection.Change.State;
import io.github.throughline.stall.detection.Change.VerdictChanged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The difference between a course as it was published and as it is now; counts the versions on. */
final class Difference {

    private final Course published;
    private Map<EscalationId, Integer> escalationVersions;
    private Map<String, Integer> verdictVersions;

    Difference(Course published, Map<EscalationId, Integer> escalationVersions, Map<String, Integer> verdictVersions) {
        this.published = published;
        this.escalationVersions = escalationVersions;
        this.verdictVersions = verdictVersions;
    }

    /** What must be published so that everybody knows the course as it is now. */
    List<Change> to(Course now) {
        var changes = new ArrayList<Change>(2);
        if (now.register() != published.register()) {
            escalations(now.register().escalations, changes);
        }
        if (now.trends() != published.trends()) {
            verdicts(now.trends(), changes);
        }
        return changes;
    }

    Map<EscalationId, Integer> escalationVersions() {
        return escalationVersions;
    }

    Map<String, Integer> verdictVersions() {
        return verdictVersions;
    }

    private void escalations(Map<EscalationId, Escalation> now, List<Change> changes) {
        Map<EscalationId, Escalation> before = published.register().escalations;
        before.values().stream()
                .filter(gone -> !now.containsKey(gone.id()))
                .sorted(Comparator.comparing(Escalation::raisedAt))
                .forEach(gone -> changes.add(change(gone, State.WITHDRAWN)));
        for (Escalation escalation : now.values()) {
            Escalation told = before.get(escalation.id());
            if (told == null || escalation.saysOtherThan(told)) {
                changes.add(change(escalation, state(escalation, told)));
            }
        }
    }

    private EscalationChanged change(Escalation escalation, State state) {
        var counted = new HashMap<>(escalationVersions);
        int version = counted.merge(escalation.id(), 1, Integer::sum);
        escalationVersions = counted;
        return new EscalationChanged(escalation, state, version);
    }

    private static State state(Escalation escalation, @Nullable Escalation told) {
        if (!escalation.isOpen()) {
            return State.RESOLVED;
        }
        return told == null ? State.RAISED : State.UPDATED;
    }

    private void verdicts(Map<String, MeasureTrend> now, List<Change> changes) {
        now.forEach((measure, trend) -> {
            Verdict verdict = trend.verdict();
            if (verdict != null) {
                verdict(measure, verdict, changes);
            }
        });
        published.trends().forEach((measure, before) -> {
            Verdict told = before.verdict();
            MeasureTrend trend = now.get(measure);
            if (told != null && (trend == null || trend.verdict() == null)) {
                verdict(measure, Verdict.none(Verdict.Reason.TOO_FEW_READINGS, told.since()), changes);
            }
        });
    }

    private void verdict(String measure, Verdict verdict, List<Change> changes) {
        MeasureTrend before = published.trends().get(measure);
        Verdict told = before == null ? null : before.verdict();
        if (told == null || !told.says(verdict) || !told.since().equals(verdict.since())) {
            var counted = new HashMap<>(verdictVersions);
            changes.add(new VerdictChanged(measure, verdict, counted.merge(measure, 1, Integer::sum)));
            verdictVersions = counted;
        }
    }
}
