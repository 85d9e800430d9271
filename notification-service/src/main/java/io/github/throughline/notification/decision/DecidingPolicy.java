package io.github.throughline.notification.decision;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who decides: a clinician of the care team. A coordinator who records a decision names the clinician. */
public final class DecidingPolicy {

    private static final Set<String> CLINICIANS = Set.of("physician", "therapist", "pcp", "specialist");

    private DecidingPolicy() {}

    /** The people of the care team who can decide. */
    public static List<Episode.Member> clinicians(Episode episode) {
        return episode.careTeam().stream().filter(DecidingPolicy::isClinician).toList();
    }

    /** Whether the caller decides in their own name. */
    public static boolean decidesThemselves(Caller caller, Episode episode) {
        return episode.careTeam().stream()
                .anyMatch(member -> isClinician(member) && member.reference().equals(caller.subject()));
    }

    /**
     * The clinician in whose name it is decided.
     *
     * @param named whom the caller names; null: nobody
     */
    static String decider(Caller caller, @Nullable String named, Episode episode) {
        if (decidesThemselves(caller, episode)) {
            if (named != null && !named.equals(caller.subject())) {
                throw new DecidesForSomebodyElse();
            }
            return caller.subject();
        }
        if (!caller.is(Role.COORDINATOR)) {
            throw new MayNotDecide();
        }
        if (named == null) {
            throw new ClinicianNotNamed();
        }
        if (clinicians(episode).stream().noneMatch(member -> member.reference().equals(named))) {
            throw new NotAClinician();
        }
        return named;
    }

    private static boolean isClinician(Episode.Member member) {
        return !member.organisation() && CLINICIANS.contains(member.role());
    }
}
