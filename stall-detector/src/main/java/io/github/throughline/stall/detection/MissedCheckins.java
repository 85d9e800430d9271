package io.github.throughline.stall.detection;

import io.github.throughline.signedplan.CheckinTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** So many check-ins in a row went unanswered: silence is a signal of its own. */
final class MissedCheckins {

    /** Subject of the rule's escalations: the episode has one series of check-ins. */
    static final String SUBJECT = "checkins";

    /** As many as a plan can tolerate; more of them say no more than these. */
    private static final int MOST = 26;

    private MissedCheckins() {}

    /**
     * A check-in that was missed.
     *
     * @param at event time of the fact
     */
    record Missed(UUID checkinId, Instant at) {}

    /** A check-in that is missed again after a longer grace is missed once. */
    static void add(List<Missed> inARow, Missed missed) {
        inARow.removeIf(known -> known.checkinId().equals(missed.checkinId()));
        inARow.add(missed);
        if (inARow.size() > MOST) {
            inARow.removeFirst();
        }
    }

    /**
     * Whether the rule holds.
     *
     * @param inARow the check-ins missed since the last answer, oldest first
     */
    static Optional<Evidence> find(List<Missed> inARow, CheckinTerms terms) {
        return inARow.size() < terms.missedTolerance() ? Optional.empty() : Optional.of(evidence(inARow, terms));
    }

    static List<Limit> limits(CheckinTerms terms) {
        return List.of(new Limit("missedTolerance", terms.missedTolerance(), Limit.Unit.COUNT, terms.source()));
    }

    private static Evidence evidence(List<Missed> inARow, CheckinTerms terms) {
        return Evidence.ofMissed(
                inARow.stream().map(Missed::checkinId).toList(),
                (double) (inARow.size() - terms.missedTolerance()),
                limits(terms));
    }
}
