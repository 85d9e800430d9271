package io.github.throughline.plan.careplan;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.security.Caller;
import java.util.Set;

/** Who of those around an episode treats by its plan, and so may work on it. */
final class TreatingPolicy {

    private static final Set<String> TREATING = Set.of("coordinator", "physician", "therapist");

    private TreatingPolicy() {}

    /** By the role in this episode: what somebody signs in as says nothing about this patient. */
    static boolean isTreating(Caller caller, Episode episode) {
        return hasAnyRole(caller, episode, TREATING);
    }

    /** By any of their roles in this episode: who coordinates may be its physician too. */
    static boolean hasAnyRole(Caller caller, Episode episode, Set<String> roles) {
        return episode.careTeam().stream()
                .anyMatch(member -> member.reference().equals(caller.subject()) && roles.contains(member.role()));
    }
}
