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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is told of an escalation version, and from when on. Coordinators: at once. Outside providers: when the coordinator
 * holds it or the delay is over, and only of what is still open then. Whoever was told of it is told how it ends, and whom the
 * routing policy brought in also how it goes on. A
 * version that comes after a newer one is the coordinator's alone.
 *
 * @param earlier all notices of the escalation so far
 * @param newest the version that is the truth
 * @param acknowledged whether the coordinator holds it
 * @param delay from the first notice to that of the outside providers, care time
 */
record NoticePolicy(
        Episode episode,
        Collection<Notice> earlier,
        int newest,
        boolean acknowledged,
        Instant careNow,
        Duration delay) {

    private static final String UNKNOWN_ROLE = "unknown";

    /** Empty: there is no coordinator, nor was there one; it waits for one. */
    Optional<NoticePlan> plan(EscalationVersion version) {
        Set<String> coordinators = coordinators(version.kind());
        if (coordinators.isEmpty()) {
            return Optional.empty();
        }
        boolean late = version.version() < newest;
        Stream<NoticePlan.Planned> toCoordinators =
                coordinators.stream().map(who -> new NoticePlan.Planned(Audience.COORDINATOR, who, careNow));
        Stream<NoticePlan.Planned> toOthers =
                late ? Stream.of() : Stream.concat(toStaff(version, coordinators), toProviders(version, coordinators));
        return Optional.of(
                new NoticePlan(Stream.concat(toCoordinators, toOthers).toList(), late ? List.of() : overtaken()));
    }

    /** Whom a step of the routing policy brought in before is told how it goes on. */
    private Stream<NoticePlan.Planned> toStaff(EscalationVersion version, Set<String> coordinators) {
        int lastEnd = lastEndBefore(version);
        return of(Audience.STAFF)
                .filter(notice ->
                        notice.escalationVersion() > lastEnd && notice.escalationVersion() < version.version())
                .map(Notice::recipient)
                .filter(who -> !coordinators.contains(who))
                .distinct()
                .map(who -> new NoticePlan.Planned(Audience.STAFF, who, careNow));
    }

    private Stream<NoticePlan.Planned> toProviders(EscalationVersion version, Set<String> coordinators) {
        return providers(version).entrySet().stream()
                .filter(provider -> !coordinators.contains(provider.getKey()))
                .map(provider -> new NoticePlan.Planned(Audience.PROVIDER, provider.getKey(), provider.getValue()));
    }

    /** A former one only of the end: what is open is shown to them no more. */
    private Set<String> coordinators(NoticeKind kind) {
        Set<String> all = new LinkedHashSet<>(episode.coordinators());
        if (!kind.isOpen() || all.isEmpty()) {
            of(Audience.COORDINATOR).map(Notice::recipient).forEach(all::add);
        }
        return all;
    }

    private Map<String, Instant> providers(EscalationVersion version) {
        int lastEnd = lastEndBefore(version);
        Map<String, Instant> providers = new LinkedHashMap<>();
        if (version.kind().isOpen()) {
            Instant from = acknowledged ? careNow : delayIsOver(lastEnd);
            episode.careTeam().stream()
                    .filter(NoticePolicy::isProvider)
                    .forEach(member -> providers.put(member.reference(), from));
        }
        of(Audience.PROVIDER)
                .filter(notice -> notice.escalationVersion() > lastEnd && notice.isTold())
                .forEach(notice -> providers.put(notice.recipient(), careNow));
        return providers;
    }

    private static boolean isProvider(Episode.Member member) {
        return !member.role().equals(Episode.COORDINATOR_ROLE) && !member.role().equals(UNKNOWN_ROLE);
    }

    private Instant delayIsOver(int lastEnd) {
        Instant first = earlier.stream()
                .filter(notice -> notice.escalationVersion() > lastEnd)
                .map(Notice::createdCareAt)
                .min(Instant::compareTo)
                .orElse(careNow);
        return first.plus(delay);
    }

    /** The version with which it ended before it was found again, 0: it never did. What was told until then is over. */
    private int lastEndBefore(EscalationVersion version) {
        int lastOpen = version.kind().isOpen() ? version.version() : latest(NoticeKind::isOpen, version.version());
        return latest(NoticeKind::isEnd, lastOpen);
    }

    private int latest(Predicate<NoticeKind> kind, int before) {
        return earlier.stream()
                .filter(notice -> kind.test(notice.kind()) && notice.escalationVersion() < before)
                .mapToInt(Notice::escalationVersion)
                .max()
                .orElse(0);
    }

    private List<NoticeId> overtaken() {
        return earlier.stream()
                .filter(notice -> notice.state() == NoticeState.WAITING && notice.audience() == Audience.PROVIDER)
                .map(Notice::id)
                .toList();
    }

    private Stream<Notice> of(Audience audience) {
        return earlier.stream().filter(notice -> notice.audience() == audience);
    }
}
