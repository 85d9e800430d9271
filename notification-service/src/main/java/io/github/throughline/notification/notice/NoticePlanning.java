package io.github.throughline.notification.notice;

import io.github.throughline.notification.escalation.EscalationChange;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.escalation.HeldEscalation;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.time.CareClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the notices of each escalation version, in the transaction in which the version came in. */
@Component
class NoticePlanning {

    /** What a consent is about. */
    private static final String ESCALATIONS = "escalations";

    private final Episodes episodes;
    private final Escalations escalations;
    private final JdbcUntoldVersions untold;
    private final NoticeWriting writing;
    private final ProviderSettings providers;
    private final CareClock clock;

    NoticePlanning(
            Episodes episodes,
            Escalations escalations,
            JdbcUntoldVersions untold,
            NoticeWriting writing,
            ProviderSettings providers,
            CareClock clock) {
        this.episodes = episodes;
        this.escalations = escalations;
        this.untold = untold;
        this.writing = writing;
        this.providers = providers;
        this.clock = clock;
    }

    @EventListener
    @Order(0)
    void on(EscalationChange.Received received) {
        untold.add(EscalationVersion.of(received.escalation()));
        tell(received.escalation().id());
    }

    /** Tells of what can be told; the rest waits for its episode or for a coordinator. */
    void tell(UUID escalationId) {
        Optional<HeldEscalation> held = escalations.locked(escalationId);
        if (held.isEmpty()) {
            return;
        }
        episodes.find(held.get().escalation().episodeId())
                .ifPresent(episode ->
                        untold.lockedOf(escalationId).forEach(version -> tell(version, episode, held.get())));
    }

    private void tell(EscalationVersion version, Episode episode, HeldEscalation held) {
        Instant now = clock.now();
        var policy = new NoticePolicy(
                episode,
                writing.lockedOf(version.escalationId()),
                held.escalation().version(),
                held.acknowledgement() != null,
                now,
                providers.delayOf(episode.program()));
        policy.plan(version).ifPresent(plan -> {
            writing.write(version, plan, now);
            writing.permit(version, permitted(plan, episode, now));
            untold.remove(version);
        });
    }

    private static List<String> permitted(NoticePlan plan, Episode episode, Instant now) {
        return plan.notices().stream()
                .filter(planned -> planned.audience() == Audience.PROVIDER)
                .map(NoticePlan.Planned::recipient)
                .filter(provider -> episode.permits(provider, ESCALATIONS, now))
                .toList();
    }

    @EventListener
    void on(EpisodeChange.Erased erased) {
        untold.erase(erased.episodeId());
        writing.erase(erased.episodeId());
    }
}
