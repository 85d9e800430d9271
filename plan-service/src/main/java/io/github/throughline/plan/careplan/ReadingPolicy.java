package io.github.throughline.plan.careplan;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import java.time.Instant;
import java.util.Optional;

/** Who of those around an episode may read its plan. */
final class ReadingPolicy {

    private ReadingPolicy() {}

    /** Why the caller may not read it; empty: they may. Who does not treat reads it as far as the patient permits. */
    static Optional<PlanRefused> refusal(Caller caller, Episode episode, Instant now) {
        boolean may = caller.is(Role.SERVICE)
                || caller.isPatient(episode.patientId())
                || TreatingPolicy.isTreating(caller, episode)
                || episode.permits(caller.subject(), "plan", now);
        return may ? Optional.empty() : Optional.of(new PlanRefused.NotConsented());
    }
}
