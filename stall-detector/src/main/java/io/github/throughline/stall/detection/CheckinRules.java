package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.Escalation.Severity;
import io.github.throughline.stall.detection.EscalationRegister.Stalled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The rules about what is said in check-ins, asked at the latest answer: what holds is raised, what is over is resolved.
 *
 * @param checkin the answer
 */
record CheckinRules(Course course, PlanTerms inForce, Fact.CheckinStands checkin) {

    void judge() {
        var effects = new SideEffects(inForce.checkins().sideEffects());
        each(Rule.SIDE_EFFECT, open -> recoverFrom(open, effects));
        var terms = new TreeSet<String>();
        checkin.answer().sideEffects().forEach(said -> terms.add(said.term()));
        terms.forEach(term -> sideEffect(term, effects));

        var adherence = new Adherence(inForce.checkins().adherence());
        each(Rule.ADHERENCE, open -> recoverFrom(open, adherence));
        inForce.activities().stream().sorted().forEach(activity -> notDone(activity, adherence));
    }

    private void each(Rule rule, Consumer<Escalation> then) {
        for (Escalation escalation : List.copyOf(course.register().escalations.values())) {
            if (escalation.isOpen() && escalation.rule() == rule) {
                then.accept(escalation);
            }
        }
    }

    private List<AnsweredCheckin> answered() {
        return course.checkins().answered;
    }

    private Instant at() {
        return checkin.at();
    }

    private void recoverFrom(Escalation open, SideEffects rule) {
        if (rule.isOver(open.subject(), answered())) {
            course.ownRegister().end(open, Resolution.RECOVERED, at());
        }
    }

    private void sideEffect(String term, SideEffects rule) {
        Optional<SideEffects.Found> found = rule.find(term, answered());
        if (found.isEmpty()) {
            return;
        }
        var what = new Stalled(Rule.SIDE_EFFECT, term);
        Evidence evidence =
                Evidence.ofSideEffect(found.get().used(), inForce.checkins().sideEffects());
        Severity severity = found.get().severity();
        Optional<Escalation> open = course.register().open(what);
        if (open.isEmpty()) {
            course.raise(what, inForce, at(), evidence, found.get().onset(), severity);
        } else if (severity.compareTo(open.get().severity()) > 0) {
            course.ownRegister().add(open.get().worsened(severity, inForce, evidence));
        }
    }

    private void recoverFrom(Escalation open, Adherence rule) {
        boolean isStalled = course.trends().values().stream().anyMatch(MeasureTrend::isInTrouble);
        if (!isStalled || rule.isDone(open.subject(), answered())) {
            course.ownRegister().end(open, Resolution.RECOVERED, at());
        }
    }

    private void notDone(String activity, Adherence rule) {
        var what = new Stalled(Rule.ADHERENCE, activity);
        List<AnsweredCheckin> used = rule.find(activity, answered());
        if (used.isEmpty() || course.register().open(what).isPresent()) {
            return;
        }
        stalled().ifPresent(shown -> {
            Evidence evidence =
                    Evidence.ofAdherence(shown, used, inForce.checkins().adherence());
            course.raise(what, inForce, at(), evidence, used.getFirst().at(), Severity.ROUTINE);
        });
    }

    /** What shows that a measure stalls or worsens, by the order of their ids; empty: none does. */
    private Optional<Evidence> stalled() {
        for (Map.Entry<String, MeasureTrend> entry : course.trends().entrySet()) {
            MeasureTerms terms = inForce.measures().get(entry.getKey());
            MeasureTrend trend = entry.getValue();
            if (terms != null && !trend.series().isEmpty()) {
                Optional<Evidence> shown = trend.plateau(terms)
                        .map(found -> Evidence.ofTrend(Rule.PLATEAU, terms, found))
                        .or(() ->
                                trend.regression(terms).map(found -> Evidence.ofTrend(Rule.REGRESSION, terms, found)));
                if (shown.isPresent()) {
                    return shown;
                }
            }
        }
        return Optional.empty();
    }
}
