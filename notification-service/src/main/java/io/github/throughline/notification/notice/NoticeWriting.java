package io.github.throughline.notification.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes planned notices down; the writing transaction's commit sets them on their way. */
@Component
class NoticeWriting {

    private final JdbcNotices notices;
    private final InstantSource machine;
    private final ApplicationEventPublisher changes;

    NoticeWriting(JdbcNotices notices, InstantSource machine, ApplicationEventPublisher changes) {
        this.notices = notices;
        this.machine = machine;
        this.changes = changes;
    }

    /** Oldest first; nobody releases one while the next version's notices are planned by them. */
    List<Notice> lockedOf(UUID escalationId) {
        return notices.lockedOf(escalationId);
    }

    void write(EscalationVersion version, NoticePlan plan, Instant careNow) {
        notices.overtake(plan.overtaken(), machineNow(), careNow);
        plan.notices().forEach(planned -> notices.add(notice(version, planned, careNow)));
        changes.publishEvent(new NoticesReady());
    }

    void writeTo(String coordinator, EscalationVersion version, Instant careNow) {
        notices.add(notice(version, new NoticePlan.Planned(Audience.COORDINATOR, coordinator, careNow), careNow));
        changes.publishEvent(new NoticesReady());
    }

    void erase(UUID episodeId) {
        notices.erase(episodeId);
    }

    private Notice notice(EscalationVersion version, NoticePlan.Planned planned, Instant careNow) {
        Instant now = machineNow();
        return new Notice(
                NoticeId.of(
                        version.escalationId(),
                        version.version(),
                        planned.recipient(),
                        planned.audience(),
                        version.kind()),
                version.escalationId(),
                version.version(),
                version.episodeId(),
                version.kind(),
                version.severity(),
                planned.audience(),
                planned.recipient(),
                planned.audience() == Audience.COORDINATOR ? ChannelName.EMAIL : null,
                planned.releaseAt().isAfter(careNow) ? NoticeState.WAITING : NoticeState.PENDING,
                null,
                planned.releaseAt(),
                0,
                now,
                now,
                careNow,
                null,
                null);
    }

    private Instant machineNow() {
        return machine.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
