package io.github.throughline.checkin.access;

import io.github.throughline.checkin.access.Giver.Relation;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.security.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller may do in an episode. What somebody signs in as says nothing about this patient. */
final class AccessPolicy {

    private static final Set<String> TREATING = Set.of("coordinator", "physician", "therapist");
    private static final Set<String> COORDINATING = Set.of("coordinator");
    private static final Set<String> CAREGIVING = Set.of("caregiver");
    private static final String OUTCOMES = "outcomes";

    private AccessPolicy() {}

    /** Whether the episode is any of the caller's business; to everybody else it does not exist. */
    static boolean isRelated(Caller caller, Episode episode) {
        return caller.isPatient(episode.patientId())
                || episode.member(caller.subject()).isPresent();
    }

    /** Who does not treat in it sees it as far as the patient permits. */
    static boolean mayRead(Caller caller, Episode episode, Instant now) {
        return isAddressed(caller, episode) || episode.permits(caller.subject(), OUTCOMES, now);
    }

    /** The patient, and those who treat in it. */
    static boolean isAddressed(Caller caller, Episode episode) {
        return caller.isPatient(episode.patientId()) || hasAnyRole(caller, episode, TREATING);
    }

    static boolean isTreating(Caller caller, Episode episode) {
        return hasAnyRole(caller, episode, TREATING);
    }

    static boolean isCoordinator(Caller caller, Episode episode) {
        return hasAnyRole(caller, episode, COORDINATING);
    }

    /** Whom the patient lets answer and see what was answered. */
    static Set<String> caregivers(Episode episode, Instant now) {
        return episode.careTeam().stream()
                .filter(member -> CAREGIVING.contains(member.role()))
                .map(Episode.Member::reference)
                .filter(reference -> episode.permits(reference, OUTCOMES, now))
                .collect(Collectors.toSet());
    }

    /** As what the caller answers; empty: they may not. */
    static Optional<Giver> giver(Caller caller, Episode episode) {
        return relation(caller, episode).map(relation -> new Giver(relation, caller.subject()));
    }

    private static Optional<Relation> relation(Caller caller, Episode episode) {
        if (caller.isPatient(episode.patientId())) {
            return Optional.of(Relation.PATIENT);
        }
        if (hasAnyRole(caller, episode, TREATING)) {
            return Optional.of(Relation.CARE_TEAM);
        }
        return hasAnyRole(caller, episode, CAREGIVING) ? Optional.of(Relation.CAREGIVER) : Optional.empty();
    }

    /** By any of their roles in it: who coordinates may be its therapist too. */
    private static boolean hasAnyRole(Caller caller, Episode episode, Set<String> roles) {
        return episode.careTeam().stream()
                .anyMatch(member -> member.reference().equals(caller.subject()) && roles.contains(member.role()));
    }
}
