package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Change.EscalationChanged;
import io.github.throughline.stall.detection.Change.State;
import io.github.throughline.stall.detection.Change.VerdictChanged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The difference between a course as it was published and as it is now; counts the versions on. */
final class Difference {

    private final Map<EscalationId, Escalation> published;
    private final Map<String, Verdict> publishedVerdicts;
    private final Map<EscalationId, Integer> escalationVersions;
    private final Map<String, Integer> verdictVersions;

    Difference(Course published, Map<EscalationId, Integer> escalationVersions, Map<String, Integer> verdictVersions) {
        this.published = new HashMap<>(published.register.escalations);
        this.publishedVerdicts = published.verdicts();
        this.escalationVersions = new HashMap<>(escalationVersions);
        this.verdictVersions = new HashMap<>(verdictVersions);
    }

    /** What must be published so that everybody knows the course as it is now. */
    List<Change> to(Course now) {
        var changes = new ArrayList<Change>();
        published.values().stream()
                .filter(gone -> !now.register.escalations.containsKey(gone.id()))
                .sorted((a, b) -> a.raisedAt().compareTo(b.raisedAt()))
                .forEach(gone -> changes.add(change(gone, State.WITHDRAWN)));
        for (Escalation escalation : now.register.escalations.values()) {
            Escalation told = published.get(escalation.id());
            if (told == null || escalation.saysOtherThan(told)) {
                changes.add(change(escalation, state(escalation, told)));
            }
        }
        Map<String, Verdict> verdicts = now.verdicts();
        verdicts.forEach((measure, verdict) -> verdict(measure, verdict, changes));
        publishedVerdicts.forEach((measure, told) -> {
            if (!verdicts.containsKey(measure)) {
                verdict(measure, Verdict.none(Verdict.Reason.TOO_FEW_READINGS, told.since()), changes);
            }
        });
        return changes;
    }

    Map<EscalationId, Integer> escalationVersions() {
        return escalationVersions;
    }

    Map<String, Integer> verdictVersions() {
        return verdictVersions;
    }

    private EscalationChanged change(Escalation escalation, State state) {
        int version = escalationVersions.merge(escalation.id(), 1, Integer::sum);
        return new EscalationChanged(escalation, state, version);
    }

    private static State state(Escalation escalation, @Nullable Escalation told) {
        if (!escalation.isOpen()) {
            return State.RESOLVED;
        }
        return told == null ? State.RAISED : State.UPDATED;
    }

    private void verdict(String measure, Verdict verdict, List<Change> changes) {
        Verdict told = publishedVerdicts.get(measure);
        if (told == null || !told.says(verdict) || !told.since().equals(verdict.since())) {
            changes.add(new VerdictChanged(measure, verdict, verdictVersions.merge(measure, 1, Integer::sum)));
        }
    }
}
