package io.github.throughline.notification.console;

import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.mute.Mute;
import io.github.throughline.notification.mute.Muting;
import io.github.throughline.notification.routing.NextStep;
import io.github.throughline.notification.routing.NextSteps;
import io.github.throughline.notification.worklist.Why;
import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what waits for somebody. */
@Component
class WaitingParts {

    private final NextSteps nextSteps;
    private final Muting muting;

    WaitingParts(NextSteps nextSteps, Muting muting) {
        this.nextSteps = nextSteps;
        this.muting = muting;
    }

    /** @param viewer null: somebody with a shared link, who is told nothing of the clinic */
    WaitingPart of(Escalation escalation, @Nullable Caller viewer, TimeWords times) {
        if (viewer == null) {
            return new WaitingPart("", List.of());
        }
        NextStep next = nextSteps.of(Set.of(escalation.id())).get(escalation.id());
        return new WaitingPart(
                next == null ? "" : words(next, times),
                muting.inForce(escalation.episodeId()).stream()
                        .map(mute -> muted(mute, viewer, times))
                        .toList());
    }

    private static String words(NextStep next, TimeWords times) {
        return next.opensAgain()
                ? "Without a decision it is open again %s.".formatted(times.in(next.at()))
                : "Unless somebody acknowledges, the next step of the clinic's policy is taken %s."
                        .formatted(times.in(next.at()));
    }

    private static WaitingPart.Muted muted(Mute mute, Caller viewer, TimeWords times) {
        boolean own = mute.person().equals(viewer.subject());
        String what =
                mute.rule() == null ? "this patient" : Why.ruleName(mute.rule()).toLowerCase(Locale.ROOT);
        return new WaitingPart.Muted(
                mute.id(),
                "%s muted %s until %s: %s"
                        .formatted(own ? "You" : mute.person(), what, times.dateTime(mute.until()), mute.reason()),
                own);
    }
}
