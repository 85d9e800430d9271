package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.MissedCheckins.Missed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The episode's check-ins in the making: which were missed since the last answer, and which were answered lately. */
final class CheckinSeries {

    /** A grace is never so long that so many other check-ins are answered in it. */
    private static final int MOST_ANSWERED = 12;

    /** Oldest first. */
    final List<Missed> missedInARow = new ArrayList<>();

    /** The latest, oldest first. An answer bears the time at which it was observed, which can be before its miss. */
    final Set<UUID> answered = new LinkedHashSet<>();

    CheckinSeries copy() {
        var copy = new CheckinSeries();
        copy.missedInARow.addAll(missedInARow);
        copy.answered.addAll(answered);
        return copy;
    }

    void answer(UUID checkinId) {
        beginAnew();
        answered.add(checkinId);
        if (answered.size() > MOST_ANSWERED) {
            answered.remove(answered.iterator().next());
        }
    }

    boolean isAnswered(UUID checkinId) {
        return answered.contains(checkinId);
    }

    void miss(Missed missed) {
        MissedCheckins.add(missedInARow, missed);
    }

    /** What was missed before is not in a row with what is missed from here on. */
    void beginAnew() {
        missedInARow.clear();
    }
}
