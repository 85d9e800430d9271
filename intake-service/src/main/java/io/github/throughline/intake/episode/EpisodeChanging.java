package io.github.throughline.intake.episode;

import io.github.throughline.intake.coordinator.Coordinators;
import io.github.throughline.intake.episode.EpisodeRequest.ConsentRequest;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.time.EventTime;
import io.github.throughline.platform.web.VersionTag;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes and closes an episode: it is locked first, so that who may is asked of the episode that is changed. */
@Service
public class EpisodeChanging {

    private final EpisodeKeeping keeping;
    private final Episodes episodes;
    private final ChangingPolicy policy;
    private final Coordinators coordinators;
    private final ApplicationEventPublisher facts;
    private final CareClock clock;

    EpisodeChanging(
            EpisodeKeeping keeping,
            Episodes episodes,
            ChangingPolicy policy,
            Coordinators coordinators,
            ApplicationEventPublisher facts,
            CareClock clock) {
        this.keeping = keeping;
        this.episodes = episodes;
        this.policy = policy;
        this.coordinators = coordinators;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Who wants to change which episode.
     *
     * @param ifMatch the version that the change was made on; null: any, where a change does not need to say
     */
    record Wish(
            EpisodeId episodeId, Caller caller, @Nullable String ifMatch) {}

    /** The whole team takes the place of the one before, therefore the wish must say which one that was. */
    @Transactional
    public KeptEpisode changeCareTeam(Wish wish, List<Member> careTeam) {
        Episode known = lockToChange(wish);
        VersionTag.require(wish.ifMatch(), known.version());
        return keeping.replace(known, known.withCareTeam(careTeam, clock.now()));
    }

    /** As with the care team: a list that is out of date would give back in silence what the patient withdrew. */
    @Transactional
    public KeptEpisode changeConsents(Wish wish, List<ConsentRequest> consents) {
        Episode known = lock(wish);
        policy.requireConsenting(wish.caller(), known);
        VersionTag.require(wish.ifMatch(), known.version());
        Instant now = clock.now();
        List<Consent> asked = consents.stream().map(consent -> consent.at(now)).toList();
        return keeping.replace(known, known.withConsents(asked, now));
    }

    @Transactional
    public KeptEpisode handOver(Wish wish, String coordinator) {
        KeptEpisode kept = change(wish, known -> {
            EpisodeOpening.requireActive(coordinators, coordinator);
            return known.withCoordinator(coordinator, clock.now());
        });
        facts.publishEvent(new EpisodeHandedOver(kept.episode()));
        return kept;
    }

    /** @param timeZone of the patient, IANA name */
    @Transactional
    public KeptEpisode changeTimeZone(Wish wish, String timeZone) {
        return change(wish, known -> known.withTimeZone(EpisodeOpening.timeZone(timeZone), clock.now()));
    }

    /** @param occurredAt when it ended; null: now */
    @Transactional
    public KeptEpisode close(Wish wish, Episode.ClosedFor reason, @Nullable Instant occurredAt) {
        KeptEpisode closed = change(wish, known -> known.closed(closedAt(known, occurredAt, clock.now())));
        episodes.closedFor(wish.episodeId(), reason);
        facts.publishEvent(new EpisodeClosed(closed.episode()));
        return closed;
    }

    private KeptEpisode change(Wish wish, UnaryOperator<Episode> change) {
        Episode known = lockToChange(wish);
        VersionTag.check(wish.ifMatch(), known.version());
        return keeping.replace(known, change.apply(known));
    }

    private Episode lockToChange(Wish wish) {
        Episode known = lock(wish);
        policy.requireChanging(wish.caller(), known);
        return known;
    }

    private Episode lock(Wish wish) {
        return episodes.lock(wish.episodeId())
                .orElseThrow(() -> new EpisodeNotFound(wish.episodeId().value()));
    }

    /** A client's clock may have put the last change a little ahead of ours; that does not keep the episode open. */
    private static Instant closedAt(Episode episode, @Nullable Instant occurredAt, Instant now) {
        Instant unsaid = episode.changedAt().isAfter(now) ? episode.changedAt() : now;
        return occurredAt == null ? unsaid : EventTime.of(occurredAt, now);
    }
}
