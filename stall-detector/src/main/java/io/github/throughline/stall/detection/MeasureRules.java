package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Escalation.Resolution;
import io.github.throughline.stall.detection.EscalationRegister.Stalled;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules about one measure, asked at its latest reading: what holds is raised, what is over is resolved.
 *
 * @param at event time of the reading
 */
record MeasureRules(Course course, PlanTerms inForce, MeasureTerms terms, MeasureTrend trend, Instant at) {

    void judge() {
        plateau();
        regression();
        offTrack();
    }

    private void plateau() {
        var what = new Stalled(Rule.PLATEAU, terms.measure().measure());
        Optional<Escalation> open = course.register().open(what);
        if (open.isEmpty()) {
            if (trend.isStalled()) {
                trend.plateau(terms).ifPresent(found -> raise(what, found));
            }
        } else if (trend.isPlateauOver(terms)) {
            recovered(open.get());
        }
    }

    private void regression() {
        var what = new Stalled(Rule.REGRESSION, terms.measure().measure());
        Optional<Escalation> open = course.register().open(what);
        if (open.isEmpty()) {
            if (trend.lost() != null) {
                trend.regression(terms).ifPresent(found -> raise(what, found));
            }
        } else if (isRegressionOver(open.get())) {
            recovered(open.get());
        } else {
            trend.regression(terms).ifPresent(found -> worsen(open.get(), found));
        }
    }

    private boolean isRegressionOver(Escalation open) {
        Double reference = open.evidence().baseline();
        return reference != null && trend.isRegressionOver(terms, reference);
    }

    private void offTrack() {
        var what = new Stalled(Rule.OFF_TRACK, terms.measure().measure());
        Optional<Escalation> open = course.register().open(what);
        if (open.isEmpty()) {
            if (trend.isOffTrack()) {
                trend.offTrack(terms).ifPresent(found -> raise(what, found));
            }
        } else if (!trend.isOffTrack()) {
            recovered(open.get());
        }
    }

    private void recovered(Escalation open) {
        course.ownRegister().end(open, Resolution.RECOVERED, at);
    }

    private void raise(Stalled what, Finding found) {
        Evidence evidence = Evidence.ofTrend(what.rule(), terms, found);
        course.raise(what, inForce, at, evidence, found.onset(), found.severity());
    }

    /** What was raised as a matter of routine and has become urgent must be told; a pause only stops new ones. */
    private void worsen(Escalation open, Finding found) {
        if (found.severity().compareTo(open.severity()) > 0) {
            Evidence evidence = Evidence.ofTrend(open.rule(), terms, found);
            course.ownRegister().add(open.worsened(found.severity(), inForce, evidence));
        }
    }
}
