package io.github.throughline.plan.careplan;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who of those around an episode may read its plan. */
final class ReadingPolicy {

    /** They treat by the plan; everybody else reads it as far as the patient permits. */
    private static final Set<String> TREATING = Set.of("coordinator", "physician", "therapist");

    private ReadingPolicy() {}

    /** Why the caller may not read it; empty: they may. */
    static Optional<PlanRefused> refusal(Caller caller, Episode episode, Instant now) {
        boolean isTreating = episode.member(caller.subject())
                .filter(member -> TREATING.contains(member.role()))
                .isPresent();
        boolean may = caller.is(Role.SERVICE)
                || caller.isPatient(episode.patientId())
                || isTreating
                || episode.permits(caller.subject(), "plan", now);
        return may ? Optional.empty() : Optional.of(new PlanRefused.NotConsented());
    }
}
