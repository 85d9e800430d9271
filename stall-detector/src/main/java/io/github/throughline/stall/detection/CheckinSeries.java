package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.MissedCheckins.Missed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The episode's check-ins in the making: which were missed since the last answer, and what was answered lately. */
final class CheckinSeries {

    /** A quarter of weekly check-ins: no term looks back further, and no grace is so long. */
    private static final int MOST_ANSWERED = 13;

    /** Oldest first. */
    final List<Missed> missedInARow = new ArrayList<>();

    /** The latest, oldest first. An answer bears the time at which it was observed, which can be before its miss. */
    final List<AnsweredCheckin> answered = new ArrayList<>();

    CheckinSeries copy() {
        var copy = new CheckinSeries();
        copy.missedInARow.addAll(missedInARow);
        copy.answered.addAll(answered);
        return copy;
    }

    void answer(AnsweredCheckin checkin) {
        beginAnew();
        answered.removeIf(known -> known.checkinId().equals(checkin.checkinId()));
        answered.add(checkin);
        if (answered.size() > MOST_ANSWERED) {
            answered.removeFirst();
        }
    }

    boolean isAnswered(UUID checkinId) {
        return answered.stream().anyMatch(known -> known.checkinId().equals(checkinId));
    }

    void miss(Missed missed) {
        MissedCheckins.add(missedInARow, missed);
    }

    /** What was missed before is not in a row with what is missed from here on. */
    void beginAnew() {
        missedInARow.clear();
    }
}
