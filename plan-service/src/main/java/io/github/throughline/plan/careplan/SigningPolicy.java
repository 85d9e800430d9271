package io.github.throughline.plan.careplan;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import io.github.throughline.platform.time.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may sign a plan, and from when it may take effect. */
final class SigningPolicy {

    /** A client's clock may be behind ours by so much. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private SigningPolicy() {}

    /** Whether the caller signs in as a physician and is one of the episode's care team. */
    static boolean isPhysicianOf(Caller caller, Episode episode) {
        return caller.is(Role.PHYSICIAN) && TreatingPolicy.hasAnyRole(caller, episode, Set.of("physician"));
    }

    /** Why the caller may not sign the plan of the episode; empty: they may. */
    static Optional<PlanRefused> refusal(Caller caller, Episode episode, CarePlan plan) {
        if (!isPhysicianOf(caller, episode)) {
            return Optional.of(new PlanRefused.NotPhysicianOfCareTeam());
        }
        if (!episode.isOpen()) {
            return Optional.of(new PlanRefused.EpisodeClosed());
        }
        return plan.isEnded() ? Optional.of(new PlanRefused.Ended()) : Optional.empty();
    }

    /**
     * From when the version is in force: as asked, else from now. The first version may go back to the start of the
     * patient's day, so that it covers what was measured before it was signed; a later one never goes back, because by
     * then the version before it was what people went by. Nor does a plan go back to when an earlier one of the episode
     * was still in force.
     *
     * @param ofEpisode every plan of the episode
     */
    static Instant effectiveFrom(
            @Nullable Instant asked, Instant now, ZoneId timeZone, CarePlan plan, List<CarePlan> ofEpisode) {
        Instant bound = plan.current()
                .map(current -> current.notBefore(now.minus(CLOCKS_APART)))
                .orElseGet(() -> startOfDay(now, timeZone));
        Instant earliest = ofEpisode.stream()
                .flatMap(other -> other.endedAt().stream())
                .filter(bound::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(bound);
        if (asked == null) {
            return now.isBefore(earliest) ? earliest : now;
        }
        Instant at = EventTime.of(asked, now);
        if (at.isBefore(earliest)) {
            throw PlanRefused.TimeTooEarly.toTakeEffect();
        }
        return at;
    }

    private static Instant startOfDay(Instant now, ZoneId timeZone) {
        return now.atZone(timeZone).toLocalDate().atStartOfDay(timeZone).toInstant();
    }
}
