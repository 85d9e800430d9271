package io.github.throughline.intake.workitem;

import io.github.throughline.intake.episode.Episode;
import io.github.throughline.intake.episode.EpisodeId;
import io.github.throughline.intake.episode.EpisodeOpened;
import io.github.throughline.intake.episode.Episodes;
import io.github.throughline.intake.patient.PatientChanged;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.intake.referral.Referral;
import io.github.throughline.intake.referral.ReferralRegistered;
import io.github.throughline.platform.time.CareClock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes work from facts, in the transaction of the fact: one item of a kind for each cause. */
@Service
public class WorkFromFacts {

    private static final Logger LOGGER = LoggerFactory.getLogger(WorkFromFacts.class);

    private final WorkItems items;
    private final AvroWorkItems events;
    private final Episodes episodes;
    private final CareClock clock;

    WorkFromFacts(WorkItems items, AvroWorkItems events, Episodes episodes, CareClock clock) {
        this.items = items;
        this.events = events;
        this.episodes = episodes;
        this.clock = clock;
    }

    /** A referral without birth date or contact: somebody has to find them out. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReferralRegistered fact) {
        if (!fact.patient().isComplete()) {
            Referral referral = fact.referral();
            raise(
                    WorkItem.arising(
                            WorkItem.Kind.MISSING_INFORMATION,
                            referral.patientId(),
                            null,
                            null,
                            referral.id().value(),
                            referral.receivedAt()),
                    referral.receivedAt());
        }
    }

    /** What was open for the referral is now the coordinator's. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EpisodeOpened fact) {
        if (fact.referral() == null) {
            return;
        }
        Episode episode = fact.episode();
        items.lockOfCause(fact.referral().value()).stream()
                .filter(WorkItem::isOpen)
                .forEach(item -> replace(item.takenUp(episode.id(), episode.coordinator()), episode.changedAt()));
    }

    /** What was missing is known. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PatientChanged fact) {
        if (fact.patient().isComplete()) {
            items.lockOpenOf(fact.patient().id()).stream()
                    .filter(item -> item.kind() == WorkItem.Kind.MISSING_INFORMATION)
                    .forEach(item -> replace(item.ended(WorkItem.Status.DONE), clock.now()));
        }
    }

    /**
     * Work in an episode, for its coordinator.
     *
     * @param causeId id of the decision or reply that it follows from
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void arise(WorkItem.Kind kind, EpisodeId episodeId, UUID causeId, Instant at) {
        Optional<Episode> episode = episodes.find(episodeId);
        if (episode.isEmpty()) {
            LOGGER.atInfo().addKeyValue("episodeId", episodeId).log("no work for an episode that was erased");
            return;
        }
        Episode known = episode.get();
        raise(WorkItem.arising(kind, known.patientId(), episodeId, known.coordinator(), causeId, at), at);
    }

    /** Nobody has to do anything for the patient any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelAll(PatientId patient, Instant at) {
        items.lockOpenOf(patient).forEach(item -> replace(item.ended(WorkItem.Status.CANCELLED), at));
    }

    private void raise(WorkItem item, Instant at) {
        if (items.add(item)) {
            events.publish(item, at);
        }
    }

    private void replace(WorkItem item, Instant at) {
        items.replace(item);
        events.publish(item, at);
    }
}
