package io.github.throughline.notification.routing;

import io.github.throughline.notification.decision.Decisions;
import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.EscalationChange;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.escalation.HeldEscalation;
import io.github.throughline.notification.notice.Audience;
import io.github.throughline.notification.notice.NoticeKind;
import io.github.throughline.notification.notice.Notices;
import io.github.throughline.notification.notice.StepTaken;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.time.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sees to it that somebody answers: without an acknowledgement the next step of the policy is taken, and what was
 * acknowledged but not decided is opened again.
 */
@Component
class Pursuing implements DueWork {

    private final JdbcPursuits pursuits;
    private final PoliciesInUse policies;
    private final Escalations escalations;
    private final Decisions decisions;
    private final Notices notices;
    private final Episodes episodes;
    private final CareClock clock;
    private final ApplicationEventPublisher changes;

    Pursuing(
            JdbcPursuits pursuits,
            PoliciesInUse policies,
            Escalations escalations,
            Decisions decisions,
            Notices notices,
            Episodes episodes,
            CareClock clock,
            ApplicationEventPublisher changes) {
        this.pursuits = pursuits;
        this.policies = policies;
        this.escalations = escalations;
        this.decisions = decisions;
        this.notices = notices;
        this.episodes = episodes;
        this.clock = clock;
        this.changes = changes;
    }

    /** Its newest version counts, whichever came now. After its notices are planned. */
    @EventListener
    @Order(1)
    void on(EscalationChange.Received received) {
        escalations.locked(received.escalation().id()).ifPresent(held -> {
            Escalation escalation = held.escalation();
            Optional<Pursuit> pursuit = pursuits.locked(escalation.id());
            if (!escalation.isOpen()) {
                pursuits.remove(escalation.id());
            } else if (pursuit.isEmpty()) {
                begin(held);
            } else if (escalation.severity().compareTo(pursuit.get().severity()) > 0) {
                pursueAnew(pursuit.get(), escalation);
            }
        });
    }

    private void begin(HeldEscalation held) {
        Escalation escalation = held.escalation();
        if (decisions.on(escalation).isPresent()) {
            return;
        }
        Instant now = clock.now();
        int version = policies.newest();
        Route route = route(version, escalation, now);
        Pursuit begun =
                Pursuit.begin(escalation.id(), escalation.episodeId(), version, escalation.severity(), route, now);
        pursuits.save(held.acknowledgement() == null ? begun : begun.held(route, now));
        tellOthersOf(begun, NoticeKind.UNACKNOWLEDGED, route, escalation);
    }

    /** Whom the first step names, but for those who have been told of the version itself, as the coordinator is. */
    private void tellOthersOf(Pursuit begun, NoticeKind kind, Route route, Escalation escalation) {
        Set<String> people = people(begun, route, escalation, begun.begunAt());
        coordinator(escalation).ifPresent(people::remove);
        notices.of(escalation.id()).stream()
                .filter(notice -> notice.escalationVersion() == escalation.version())
                .filter(notice -> notice.audience() == Audience.STAFF)
                .forEach(notice -> people.remove(notice.recipient()));
        tell(begun, kind, people);
    }

    /** Worse than before: by the route of what it is now, whoever holds it. */
    private void pursueAnew(Pursuit pursuit, Escalation escalation) {
        Instant now = clock.now();
        Route route = route(pursuit.policyVersion(), escalation, now);
        Pursuit anew = pursuit.again(escalation.severity(), route, now, now);
        pursuits.save(pursuit.acknowledged() ? anew.held(route, now) : anew);
        tellOthersOf(anew, pursuit.acknowledged() ? NoticeKind.UPDATED : NoticeKind.UNACKNOWLEDGED, route, escalation);
    }

    @EventListener
    void on(EscalationChange.Acknowledged acknowledged) {
        pursuits.locked(acknowledged.escalationId())
                .ifPresent(pursuit -> escalations
                        .find(acknowledged.escalationId())
                        .ifPresent(held -> pursuits.save(
                                pursuit.held(route(pursuit, held.escalation()), acknowledged.careNow()))));
    }

    @EventListener
    void on(EscalationChange.Decided decided) {
        pursuits.remove(decided.escalationId());
    }

    @EventListener
    void on(EpisodeChange.Erased erased) {
        pursuits.erase(erased.episodeId());
    }

    @Override
    public String name() {
        return "escalation-steps";
    }

    @Override
    public int take(Instant careNow, int limit) {
        List<UUID> due = pursuits.due(careNow, limit);
        due.forEach(escalationId -> take(escalationId, careNow));
        return due.size();
    }

    @Override
    public long due(Instant careNow) {
        return pursuits.countDue(careNow);
    }

    /** Whoever acknowledges meanwhile has done so before or does after: each locks the escalation first. */
    private void take(UUID escalationId, Instant careNow) {
        pursuits.locked(escalationId)
                .filter(pursuit -> pursuit.isDue(careNow))
                .ifPresent(pursuit ->
                        escalations.locked(escalationId).ifPresent(held -> goOn(pursuit, held.escalation(), careNow)));
    }

    private void goOn(Pursuit pursuit, Escalation escalation, Instant careNow) {
        Route route = route(pursuit, escalation);
        if (pursuit.acknowledged()) {
            escalations.release(escalation.id());
            Pursuit again = pursuit.again(pursuit.severity(), route, pursuit.begunAt(), careNow);
            pursuits.save(again);
            tell(again, NoticeKind.UNDECIDED, people(again, route, escalation, careNow));
        } else {
            Pursuit stepped = pursuit.stepped(route, careNow);
            pursuits.save(stepped);
            tell(stepped, NoticeKind.UNACKNOWLEDGED, people(stepped, route, escalation, careNow));
        }
    }

    private void tell(Pursuit pursuit, NoticeKind kind, Set<String> people) {
        if (!people.isEmpty()) {
            pursuits.told(pursuit, people);
            changes.publishEvent(new StepTaken(
                    pursuit.escalationId(), pursuit.begunAt(), pursuit.round(), pursuit.step(), kind, people));
        }
    }

    /** Where nobody is on call, the coordinator: nobody at all is never told in silence. */
    private Set<String> people(Pursuit pursuit, Route route, Escalation escalation, Instant at) {
        Optional<String> coordinator = coordinator(escalation);
        Set<String> people = policies.version(pursuit.policyVersion())
                .people(route.steps().get(pursuit.step()), coordinator.orElse(null), at);
        if (people.isEmpty()) {
            coordinator.ifPresent(people::add);
        }
        return people;
    }

    private Optional<String> coordinator(Escalation escalation) {
        return episodes.find(escalation.episodeId())
                .flatMap(episode -> episode.coordinators().stream().findFirst());
    }

    private Route route(Pursuit pursuit, Escalation escalation) {
        return route(pursuit.policyVersion(), escalation, pursuit.begunAt());
    }

    private Route route(int policyVersion, Escalation escalation, Instant at) {
        String program =
                episodes.find(escalation.episodeId()).map(Episode::program).orElse("");
        return policies.version(policyVersion).route(escalation.rule(), escalation.severity(), program, at);
    }
}
