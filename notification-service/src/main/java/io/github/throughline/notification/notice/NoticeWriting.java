package io.github.throughline.notification.notice;

import io.github.throughline.notification.mute.Mutes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes planned notices down; the writing transaction's commit sets them on their way. */
@Component
class NoticeWriting {

    private static final String MUTED = "muted";

    private final JdbcNotices notices;
    private final TellingTimes times;
    private final Mutes mutes;
    private final InstantSource machine;
    private final ApplicationEventPublisher changes;

    NoticeWriting(
            JdbcNotices notices,
            TellingTimes times,
            Mutes mutes,
            InstantSource machine,
            ApplicationEventPublisher changes) {
        this.notices = notices;
        this.times = times;
        this.mutes = mutes;
        this.machine = machine;
        this.changes = changes;
    }

    /** Oldest first; nobody releases one while the next version's notices are planned by them. */
    List<Notice> lockedOf(UUID escalationId) {
        return notices.lockedOf(escalationId);
    }

    void write(EscalationVersion version, NoticePlan plan, Instant careNow) {
        notices.overtake(plan.overtaken(), machineNow(), careNow);
        plan.notices().forEach(planned -> add(notice(id(version, planned), version, planned, careNow)));
        changes.publishEvent(new NoticesReady());
    }

    /** Remembers of whom the patient's consent covers a version now, so that its withdrawal is noticed. */
    void permit(EscalationVersion version, Collection<String> providers) {
        notices.permit(version.escalationId(), version.version(), providers);
    }

    boolean wasPermitted(NoticeId id) {
        return notices.wasPermitted(id);
    }

    /** At once; one who was told of the version already is not told again. */
    void writeTo(String coordinator, EscalationVersion version, Instant careNow) {
        var planned = new NoticePlan.Planned(Audience.COORDINATOR, coordinator, careNow);
        write(version, new NoticePlan(List.of(planned), List.of()), careNow);
    }

    /** At once, of a notice to somebody else that failed. */
    void writeOf(NoticeId failed, String coordinator, EscalationVersion version, Instant careNow) {
        var planned = new NoticePlan.Planned(Audience.COORDINATOR, coordinator, careNow);
        add(notice(NoticeId.ofFailure(failed, coordinator), version, planned, careNow));
        changes.publishEvent(new NoticesReady());
    }

    /** At once, whom a step of the routing policy tells; a step that is taken once more tells nobody twice. */
    void writeStep(StepTaken step, EscalationVersion version, Collection<String> coordinators, Instant careNow) {
        for (String person : step.people()) {
            Audience audience = coordinators.contains(person) ? Audience.COORDINATOR : Audience.STAFF;
            var planned = new NoticePlan.Planned(audience, person, careNow);
            add(notice(NoticeId.ofStep(step, person), version, planned, careNow));
        }
        changes.publishEvent(new NoticesReady());
    }

    void erase(UUID episodeId) {
        notices.erase(episodeId);
    }

    private static NoticeId id(EscalationVersion version, NoticePlan.Planned planned) {
        return NoticeId.of(
                version.escalationId(), version.version(), planned.recipient(), planned.audience(), version.kind());
    }

    /** What can not wait takes along what the person has not been told yet for their quiet hours. */
    private void add(Notice notice) {
        if (notice.audience().isOfTheClinic() && notice.state() == NoticeState.PENDING) {
            notices.wake(notice.escalationId(), notice.recipient(), notice.createdCareAt());
        }
        notices.add(notice);
    }

    private Notice notice(NoticeId id, EscalationVersion version, NoticePlan.Planned planned, Instant careNow) {
        boolean mayWait = planned.audience().isOfTheClinic() && version.canWait();
        boolean isMuted = planned.audience().isOfTheClinic()
                && version.canBeMuted()
                && mutes.cover(planned.recipient(), version.escalationId(), careNow);
        Instant releaseAt =
                mayWait ? tellableFrom(planned.recipient(), version.episodeId(), careNow) : planned.releaseAt();
        Instant now = machineNow();
        return new Notice(
                id,
                version.escalationId(),
                version.version(),
                version.episodeId(),
                version.kind(),
                version.severity(),
                planned.audience(),
                planned.recipient(),
                planned.audience().isOfTheClinic() ? ChannelName.EMAIL : null,
                isMuted ? NoticeState.SUPPRESSED : state(releaseAt, careNow),
                isMuted ? MUTED : null,
                releaseAt,
                0,
                now,
                now,
                careNow,
                isMuted ? now : null,
                isMuted ? careNow : null);
    }

    /** With what waits already, or after the interval since the last message, and never in quiet hours. */
    private Instant tellableFrom(String person, UUID episodeId, Instant careNow) {
        Instant ready = times.bundling()
                .map(bundling -> notices.nextTold(person, episodeId)
                        .orElseGet(() -> bundling.nextAfter(
                                notices.lastTold(person, episodeId).orElse(null), careNow)))
                .orElse(careNow);
        return times.tellableFrom(person, ready);
    }

    private static NoticeState state(Instant releaseAt, Instant careNow) {
        return releaseAt.isAfter(careNow) ? NoticeState.WAITING : NoticeState.PENDING;
    }

    private Instant machineNow() {
        return machine.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
