package io.github.throughline.notification.notice;

import io.github.throughline.platform.episode.Episode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is told of an escalation version, and from when on. Coordinators: at once. Outside providers: when the coordinator
 * holds it or the delay is over, and only of what is still open then. Whoever was told of it is told how it ends.
 *
 * @param earlier all notices of earlier versions
 * @param acknowledged whether the coordinator holds it
 * @param delay from the first notice to that of the outside providers, care time
 */
record NoticePolicy(
        Episode episode, Collection<Notice> earlier, boolean acknowledged, Instant careNow, Duration delay) {

    private static final String COORDINATOR_ROLE = "coordinator";
    private static final String UNKNOWN_ROLE = "unknown";

    /** Empty: there is no coordinator, nor was there one; it waits for one. */
    Optional<NoticePlan> plan(EscalationVersion version) {
        Set<String> coordinators = coordinators();
        if (coordinators.isEmpty()) {
            return Optional.empty();
        }
        Stream<NoticePlan.Planned> toCoordinators =
                coordinators.stream().map(who -> new NoticePlan.Planned(Audience.COORDINATOR, who, careNow));
        Stream<NoticePlan.Planned> toProviders = providers(version.kind()).entrySet().stream()
                .filter(provider -> !coordinators.contains(provider.getKey()))
                .map(provider -> new NoticePlan.Planned(Audience.PROVIDER, provider.getKey(), provider.getValue()));
        return Optional.of(
                new NoticePlan(Stream.concat(toCoordinators, toProviders).toList(), overtaken()));
    }

    private Set<String> coordinators() {
        Set<String> all = new LinkedHashSet<>(coordinatorsOf(episode));
        of(Audience.COORDINATOR).map(Notice::recipient).forEach(all::add);
        return all;
    }

    /** Of a closed episode, which has no coordinator any more, whoever was it: they have not left the care team. */
    static List<String> coordinatorsOf(Episode episode) {
        return episode.coordinator() != null
                ? List.of(episode.coordinator())
                : episode.careTeam().stream()
                        .filter(member -> member.role().equals(COORDINATOR_ROLE))
                        .map(Episode.Member::reference)
                        .toList();
    }

    private Map<String, Instant> providers(NoticeKind kind) {
        Map<String, Instant> providers = new LinkedHashMap<>();
        if (kind.isOpen()) {
            episode.careTeam().stream()
                    .filter(NoticePolicy::isProvider)
                    .forEach(member -> providers.put(member.reference(), acknowledged ? careNow : delayIsOver()));
        }
        of(Audience.PROVIDER).filter(Notice::isTold).forEach(notice -> providers.put(notice.recipient(), careNow));
        return providers;
    }

    private static boolean isProvider(Episode.Member member) {
        return !member.role().equals(COORDINATOR_ROLE) && !member.role().equals(UNKNOWN_ROLE);
    }

    /** Counted anew where it had ended and was found again. */
    private Instant delayIsOver() {
        int ended = earlier.stream()
                .filter(notice -> notice.kind() == NoticeKind.RESOLVED || notice.kind() == NoticeKind.WITHDRAWN)
                .mapToInt(Notice::escalationVersion)
                .max()
                .orElse(0);
        Instant first = earlier.stream()
                .filter(notice -> notice.escalationVersion() > ended)
                .map(Notice::createdCareAt)
                .min(Instant::compareTo)
                .orElse(careNow);
        return first.plus(delay);
    }

    private List<NoticeId> overtaken() {
        return earlier.stream()
                .filter(notice -> notice.state() == NoticeState.WAITING)
                .map(Notice::id)
                .toList();
    }

    private Stream<Notice> of(Audience audience) {
        return earlier.stream().filter(notice -> notice.audience() == audience);
    }
}
