package io.github.throughline.intake.workitem;

import io.github.throughline.intake.episode.Episode;
import io.github.throughline.intake.episode.EpisodeClosed;
import io.github.throughline.intake.episode.EpisodeHandedOver;
import io.github.throughline.intake.episode.EpisodeId;
import io.github.throughline.intake.episode.EpisodeOpened;
import io.github.throughline.intake.episode.Episodes;
import io.github.throughline.intake.patient.PatientChanged;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.intake.patient.Patients;
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
    private final Patients patients;
    private final CareClock clock;

    WorkFromFacts(WorkItems items, AvroWorkItems events, Episodes episodes, Patients patients, CareClock clock) {
        this.items = items;
        this.events = events;
        this.episodes = episodes;
        this.patients = patients;
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

    /** Open work is whose the episode is: who handed it over does not even see it any more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EpisodeHandedOver fact) {
        Episode episode = fact.episode();
        items.lockOpenOf(episode.id()).stream()
                .filter(item -> !episode.coordinator().equals(item.owner()))
                .forEach(item -> replace(item.takenUp(episode.id(), episode.coordinator()), clock.now()));
    }

    /** Nothing is left to do in a closed episode. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EpisodeClosed fact) {
        items.lockOpenOf(fact.episode().id())
                .forEach(item -> replace(item.ended(WorkItem.Status.CANCELLED), clock.now()));
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
     * @param causeId id of the fact that it follows from
     * @return whether the episode is known, and not erased
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean arise(WorkItem.Kind kind, EpisodeId episodeId, UUID causeId, Instant at) {
        Optional<Episode> episode = lock(episodeId);
        if (episode.isEmpty()) {
            LOGGER.atInfo().addKeyValue("episodeId", episodeId).log("no work for an episode that was erased");
            return false;
        }
        Episode known = episode.get();
        raise(WorkItem.arising(kind, known.patientId(), episodeId, known.coordinator(), causeId, at), at);
        return true;
    }

    /** What the cause asked for has been done otherwise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(UUID causeId) {
        items.lockOfCause(causeId).stream()
                .filter(WorkItem::isOpen)
                .forEach(item -> replace(item.ended(WorkItem.Status.DONE), clock.now()));
    }

    /** The patient first, as everybody; locked, so that a hand-over at the same time is seen, or finds the work. */
    private Optional<Episode> lock(EpisodeId id) {
        return episodes.find(id)
                .flatMap(known -> patients.lock(known.patientId()))
                .flatMap(patient -> episodes.lock(id));
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
