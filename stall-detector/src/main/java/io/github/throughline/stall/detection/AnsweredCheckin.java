package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.CheckinAnswer.ActivityDone;
import io.github.throughline.stall.detection.CheckinAnswer.Grade;
import io.github.throughline.stall.detection.CheckinAnswer.SideEffect;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A check-in that was answered.
 *
 * @param at event time of the answer
 */
public record AnsweredCheckin(UUID checkinId, Instant at, CheckinAnswer answer) {

    /** Weeks since an earlier one. */
    double weeksSince(AnsweredCheckin earlier) {
        return Weeks.between(earlier.at, at);
    }

    /** The worst of what it says of a side effect; empty: nothing, or nothing worse than mild. */
    Optional<SideEffect> troubling(String term) {
        return answer.sideEffects().stream()
                .filter(effect -> effect.term().equals(term) && effect.grade() != Grade.MILD)
                .reduce((a, b) -> b.grade().compareTo(a.grade()) > 0 ? b : a);
    }

    Optional<ActivityDone> activity(String id) {
        return answer.activities().stream()
                .filter(done -> done.activity().equals(id) && done.planned() > 0)
                .findFirst();
    }

    AnsweredCheckin aboutSideEffect(String term) {
        return new AnsweredCheckin(checkinId, at, answer.aboutSideEffect(term));
    }

    AnsweredCheckin aboutActivity(String activity) {
        return new AnsweredCheckin(checkinId, at, answer.aboutActivity(activity));
    }
}
