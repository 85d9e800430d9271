package io.github.throughline.notification.mute;

import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People choose not to be told, of a patient of whom they were told, and take it back. */
@Component
public class Muting {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final JdbcMutes mutes;
    private final Escalations escalations;
    private final Episodes episodes;
    private final CareClock clock;

    Muting(JdbcMutes mutes, Escalations escalations, Episodes episodes, CareClock clock) {
        this.mutes = mutes;
        this.escalations = escalations;
        this.episodes = episodes;
        this.clock = clock;
    }

    /**
     * What is chosen.
     *
     * @param onlyThisKind only escalations of the same rule
     * @param until care time
     */
    public record Choice(boolean onlyThisKind, Instant until, String reason) {}

    /**
     * From now on, of the patient of an escalation that the caller may see.
     *
     * @throws MuteUnusable when it would not end in time
     */
    @Transactional
    public Mute mute(Caller caller, UUID escalationId, Choice choice) {
        episodes.isErased(escalations.seenBy(caller, escalationId).escalation().episodeId());
        Escalation escalation = escalations.seenBy(caller, escalationId).escalation();
        Instant now = clock.now();
        if (choice.reason().isBlank() || choice.reason().length() > Mute.LONGEST_REASON) {
            throw new MuteUnusable(
                    "a mute has a reason of at most %d characters".formatted(Mute.LONGEST_REASON), "reason");
        }
        if (!choice.until().isAfter(now)) {
            throw new MuteUnusable("a mute must end later than now", "until");
        }
        if (choice.until().isAfter(now.plus(LONGEST))) {
            throw new MuteUnusable("a mute ends within %d days".formatted(LONGEST.toDays()), "until");
        }
        var mute = new Mute(
                UUID.randomUUID(),
                escalation.episodeId(),
                caller.subject(),
                choice.onlyThisKind() ? escalation.rule() : null,
                choice.reason().strip(),
                now,
                choice.until(),
                null);
        mutes.add(mute);
        return mute;
    }

    /** @throws MuteNotFound when it is not the caller's, or over */
    @Transactional
    public void end(Caller caller, UUID muteId) {
        if (!mutes.end(muteId, caller.subject(), clock.now())) {
            throw new MuteNotFound();
        }
    }

    /** Those of an episode that hold now, newest first. Whoever shows them has made sure that the viewer may see it. */
    public List<Mute> inForce(UUID episodeId) {
        Instant now = clock.now();
        return mutes.of(episodeId).stream()
                .filter(mute -> mute.endedAt() == null && mute.until().isAfter(now))
                .toList();
    }

    @EventListener
    void on(EpisodeChange.Erased erased) {
        mutes.erase(erased.episodeId());
    }
}
