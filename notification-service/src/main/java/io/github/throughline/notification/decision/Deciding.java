package io.github.throughline.notification.decision;

import io.github.throughline.notification.escalation.Acknowledging;
import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.EscalationChange;
import io.github.throughline.notification.escalation.EscalationEnded;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.EpisodeChange;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.outbox.Outbox;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what a clinician answers, and tells the other services, once. */
@Component
public class Deciding {

    /** @param decidedBy the clinician whom a coordinator names; null: the caller decides */
    public record Answer(
            DecisionKind kind,
            @Nullable String decidedBy,
            @Nullable String note) {}

    private final JdbcDecisions decisions;
    private final Acknowledging acknowledging;
    private final Episodes episodes;
    private final Outbox outbox;
    private final CareClock clock;
    private final InstantSource machine;
    private final ApplicationEventPublisher changes;

    Deciding(
            JdbcDecisions decisions,
            Acknowledging acknowledging,
            Episodes episodes,
            Outbox outbox,
            CareClock clock,
            InstantSource machine,
            ApplicationEventPublisher changes) {
        this.decisions = decisions;
        this.acknowledging = acknowledging;
        this.episodes = episodes;
        this.outbox = outbox;
        this.clock = clock;
        this.machine = machine;
        this.changes = changes;
    }

    /**
     * Whoever decides has seen the escalation: it counts as acknowledged too.
     *
     * @throws AlreadyDecided when there is a decision that stands
     * @throws EscalationEnded when it is resolved or withdrawn
     * @throws NoteUnusable when the note is too long
     */
    @Transactional
    public Decision decide(Caller caller, UUID escalationId, Answer answer) {
        Escalation escalation = acknowledging.lockedFor(caller, escalationId).escalation();
        if (decisions.on(escalation).isPresent()) {
            throw new AlreadyDecided(escalationId);
        }
        if (!escalation.isOpen()) {
            throw new EscalationEnded(escalationId);
        }
        Decision decision = decision(caller, escalation, answer);
        decisions.add(decision);
        acknowledging.acknowledge(caller, escalationId);
        outbox.append(AvroDecisions.write(decision, escalation.patientId(), machine.instant()));
        changes.publishEvent(new EscalationChange.Decided(escalationId));
        return decision;
    }

    private Decision decision(Caller caller, Escalation escalation, Answer answer) {
        Episode episode =
                episodes.find(escalation.episodeId()).orElseThrow(() -> new EpisodeNotFound(escalation.episodeId()));
        return new Decision(
                UUID.randomUUID(),
                escalation.id(),
                escalation.episodeId(),
                answer.kind(),
                DecidingPolicy.decider(caller, answer.decidedBy(), episode),
                caller.subject(),
                note(answer.note()),
                notBefore(escalation.raisedAt(), clock.now()));
    }

    /** A browser sends each end of a line as two characters. */
    private static @Nullable String note(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String note = written.replace("\r\n", "\n").strip();
        if (note.length() > Decision.LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw new NoteUnusable();
        }
        return note;
    }

    /** Facts may be ahead of our clock, and a decision from before the escalation would answer nothing. */
    private static Instant notBefore(Instant raisedAt, Instant now) {
        return now.isBefore(raisedAt) ? raisedAt : now;
    }

    @EventListener
    void on(EpisodeChange.Erased erased) {
        decisions.erase(erased.episodeId());
    }
}
