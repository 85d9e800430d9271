package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.SideEffectTerms;
import io.github.throughline.stall.detection.CheckinAnswer.Direction;
import io.github.throughline.stall.detection.CheckinAnswer.Grade;
import io.github.throughline.stall.detection.CheckinAnswer.SideEffect;
import io.github.throughline.stall.detection.Escalation.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A side effect that somebody should know of: a severe one at once, a moderate one that persists or returns. Urgent is
 * what is severe, or began soon after a medication was started or raised.
 */
final class SideEffects {

    private final SideEffectTerms terms;

    SideEffects(SideEffectTerms terms) {
        this.terms = terms;
    }

    /**
     * The rule holds.
     *
     * @param onset when it was first said, in a row with the last answer
     * @param used what was said at each check-in from the first that counts
     */
    record Found(Instant onset, Severity severity, List<AnsweredCheckin> used) {}

    /**
     * Whether the rule holds at the last of some answered check-ins.
     *
     * @param answered oldest first
     */
    Optional<Found> find(String term, List<AnsweredCheckin> answered) {
        Optional<SideEffect> said = answered.getLast().troubling(term);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        int begun = begun(term, said.get(), answered);
        int before = returned(term, begun, answered);
        boolean isSevere = said.get().grade() == Grade.SEVERE;
        boolean persists = answered.size() - begun >= terms.persisting();
        if (!isSevere && !persists && before < 0) {
            return Optional.empty();
        }
        int medicated = medicated(said.get(), begun, answered);
        int from = Math.min(before < 0 ? begun : before, medicated < 0 ? begun : medicated);
        boolean isUrgent = isSevere || medicated >= 0;
        return Optional.of(new Found(
                answered.get(begun).at(),
                isUrgent ? Severity.URGENT : Severity.ROUTINE,
                answered.subList(from, answered.size()).stream()
                        .map(checkin -> checkin.aboutSideEffect(term))
                        .toList()));
    }

    /** Whether it is over: so many check-ins in a row without it. */
    boolean isOver(String term, List<AnsweredCheckin> answered) {
        int from = answered.size() - terms.clearAfter();
        return from >= 0
                && answered.subList(from, answered.size()).stream()
                        .allMatch(checkin -> checkin.troubling(term).isEmpty());
    }

    static List<Limit> limits(SideEffectTerms terms) {
        return List.of(
                new Limit("persisting", terms.persisting(), Limit.Unit.COUNT, terms.source()),
                new Limit("returnsWithinWeeks", terms.returnsWithinWeeks(), Limit.Unit.WEEKS, terms.source()),
                new Limit("medicationWeeks", terms.medicationWeeks(), Limit.Unit.WEEKS, terms.source()));
    }

    /** Where the reports in a row begin that the last one stands in; after less of the medication they begin anew. */
    private static int begun(String term, SideEffect said, List<AnsweredCheckin> answered) {
        int begun = answered.size() - 1;
        while (begun > 0
                && answered.get(begun - 1).troubling(term).isPresent()
                && !changes(said, answered.get(begun - 1), Direction.LESS)) {
            begun--;
        }
        return begun;
    }

    /** The latest report before those in a row, with a check-in without it in between; below 0: none. */
    private int returned(String term, int begun, List<AnsweredCheckin> answered) {
        if (begun == 0 || answered.get(begun - 1).troubling(term).isPresent()) {
            return -1;
        }
        int before = begun - 1;
        while (before >= 0 && answered.get(before).troubling(term).isEmpty()) {
            before--;
        }
        boolean isSoon =
                before >= 0 && answered.get(begun).weeksSince(answered.get(before)) <= terms.returnsWithinWeeks();
        return isSoon ? before : -1;
    }

    /** The first check-in that tells of more of the medication, soon before the reports in a row; below 0: none. */
    private int medicated(SideEffect said, int begun, List<AnsweredCheckin> answered) {
        AnsweredCheckin first = answered.get(begun);
        for (int i = 0; i <= begun; i++) {
            boolean isSoon = first.weeksSince(answered.get(i)) <= terms.medicationWeeks();
            if (isSoon && changes(said, answered.get(i), Direction.MORE)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a check-in tells of a change of the related medication; of any, where none was named. */
    private static boolean changes(SideEffect said, AnsweredCheckin checkin, Direction direction) {
        String related = said.medication();
        return checkin.answer().medicationChanges().stream()
                .anyMatch(change -> change.direction() == direction
                        && (related == null || change.medication().equals(related)));
    }
}
