package io.github.throughline.notification.notice;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.time.CareClock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The next channel of an outside provider who can not be told is the coordinator. Who has no consent is nobody's concern,
 * unless they had it when the escalation was found: then somebody counts on their knowing.
 */
@Component
class TellingOfFailures {

    private final Episodes episodes;
    private final NoticeWriting writing;
    private final CareClock clock;

    TellingOfFailures(Episodes episodes, NoticeWriting writing, CareClock clock) {
        this.episodes = episodes;
        this.writing = writing;
        this.clock = clock;
    }

    @EventListener
    void on(ProviderNotTold failure) {
        if (isWorthTelling(failure) && !episodes.isErased(failure.episodeId())) {
            episodes.find(failure.episodeId()).ifPresent(episode -> tell(failure, episode));
        }
    }

    private boolean isWorthTelling(ProviderNotTold failure) {
        return failure.why() == ProviderNotTold.Why.FAILED || writing.wasPermitted(failure.notice());
    }

    private void tell(ProviderNotTold failure, Episode episode) {
        var version = new EscalationVersion(
                failure.escalationId(),
                failure.escalationVersion(),
                failure.episodeId(),
                failure.why() == ProviderNotTold.Why.FAILED
                        ? NoticeKind.PROVIDER_NOT_TOLD
                        : NoticeKind.CONSENT_WITHDRAWN,
                failure.severity());
        Instant now = clock.now();
        episode.coordinators().forEach(coordinator -> writing.writeOf(failure.notice(), coordinator, version, now));
    }
}
