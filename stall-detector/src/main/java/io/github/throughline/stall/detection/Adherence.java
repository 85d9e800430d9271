package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.AdherenceTerms;
import java.util.List;

/** An activity of the plan is not done, check-in after check-in, while a measure stalls. */
final class Adherence {

    private final AdherenceTerms terms;

    Adherence(AdherenceTerms terms) {
        this.terms = terms;
    }

    /**
     * The check-ins that show it; empty: the activity is done, or too few answers are there.
     *
     * @param answered oldest first
     */
    List<AnsweredCheckin> find(String activity, List<AnsweredCheckin> answered) {
        List<AnsweredCheckin> reports = answered.stream()
                .filter(checkin -> checkin.activity(activity).isPresent())
                .toList();
        int from = reports.size() - terms.checkins();
        if (from < 0) {
            return List.of();
        }
        List<AnsweredCheckin> last = reports.subList(from, reports.size());
        boolean isNotDone = last.stream()
                .allMatch(checkin -> checkin.activity(activity).orElseThrow().isBelow(terms.leastPercent()));
        return isNotDone
                ? last.stream().map(checkin -> checkin.aboutActivity(activity)).toList()
                : List.of();
    }

    /** Whether the last check-in says that it is done again. */
    boolean isDone(String activity, List<AnsweredCheckin> answered) {
        return answered.getLast()
                .activity(activity)
                .filter(done -> !done.isBelow(terms.leastPercent()))
                .isPresent();
    }

    static List<Limit> limits(AdherenceTerms terms) {
        return List.of(
                new Limit("adherenceCheckins", terms.checkins(), Limit.Unit.COUNT, terms.source()),
                new Limit("leastAdherence", terms.leastPercent(), Limit.Unit.PERCENT, terms.source()));
    }
}
