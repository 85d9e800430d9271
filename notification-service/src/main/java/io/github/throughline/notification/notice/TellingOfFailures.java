package io.github.throughline.notification.notice;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.time.CareClock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The next channel of an outside provider who can not be told is the coordinator. */
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
        if (!episodes.isErased(failure.episodeId())) {
            episodes.find(failure.episodeId()).ifPresent(episode -> tell(failure, episode));
        }
    }

    private void tell(ProviderNotTold failure, Episode episode) {
        var version = new EscalationVersion(
                failure.escalationId(),
                failure.escalationVersion(),
                failure.episodeId(),
                NoticeKind.PROVIDER_NOT_TOLD,
                failure.severity());
        Instant now = clock.now();
        NoticePolicy.coordinatorsOf(episode)
                .forEach(coordinator -> writing.writeOf(failure.failed(), coordinator, version, now));
    }
}
