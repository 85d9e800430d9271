package io.github.throughline.intake.episode;

import io.github.throughline.intake.coordinator.Coordinators;
import io.github.throughline.intake.episode.EpisodeRequest.ConsentRequest;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.time.EventTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes and closes an episode. Each takes the version that the change was made on as If-Match; null: any. */
@Service
public class EpisodeChanging {

    private final EpisodeKeeping keeping;
    private final Episodes episodes;
    private final Coordinators coordinators;
    private final CareClock clock;

    EpisodeChanging(EpisodeKeeping keeping, Episodes episodes, Coordinators coordinators, CareClock clock) {
        this.keeping = keeping;
        this.episodes = episodes;
        this.coordinators = coordinators;
        this.clock = clock;
    }

    @Transactional
    public KeptEpisode changeCareTeam(EpisodeId id, List<Member> careTeam, @Nullable String ifMatch) {
        return keeping.change(id, ifMatch, episode -> episode.withCareTeam(careTeam, clock.now()));
    }

    @Transactional
    public KeptEpisode changeConsents(EpisodeId id, List<ConsentRequest> consents, @Nullable String ifMatch) {
        Instant now = clock.now();
        List<Consent> asked = consents.stream().map(consent -> consent.at(now)).toList();
        return keeping.change(id, ifMatch, episode -> episode.withConsents(asked, now));
    }

    @Transactional
    public KeptEpisode handOver(EpisodeId id, String coordinator, @Nullable String ifMatch) {
        EpisodeOpening.requireActive(coordinators, coordinator);
        return keeping.change(id, ifMatch, episode -> episode.withCoordinator(coordinator, clock.now()));
    }

    /** @param occurredAt when it ended; null: now */
    @Transactional
    public KeptEpisode close(
            EpisodeId id, Episode.ClosedFor reason, @Nullable Instant occurredAt, @Nullable String ifMatch) {
        Instant now = clock.now();
        KeptEpisode closed = keeping.change(id, ifMatch, episode -> episode.closed(closedAt(episode, occurredAt, now)));
        episodes.closedFor(id, reason);
        return closed;
    }

    /** A client's clock may have put the last change a little ahead of ours; that does not keep the episode open. */
    private static Instant closedAt(Episode episode, @Nullable Instant occurredAt, Instant now) {
        Instant unsaid = episode.changedAt().isAfter(now) ? episode.changedAt() : now;
        return occurredAt == null ? unsaid : EventTime.of(occurredAt, now);
    }
}
