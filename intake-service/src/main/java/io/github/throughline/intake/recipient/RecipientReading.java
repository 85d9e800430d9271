package io.github.throughline.intake.recipient;

import io.github.throughline.intake.coordinator.Coordinators;
import io.github.throughline.intake.episode.Consent;
import io.github.throughline.intake.episode.Episode;
import io.github.throughline.intake.episode.EpisodeId;
import io.github.throughline.intake.episode.Episodes;
import io.github.throughline.intake.episode.Member;
import io.github.throughline.intake.patient.Patient;
import io.github.throughline.intake.patient.Patients;
import io.github.throughline.intake.patient.UnknownPatient;
import io.github.throughline.intake.recipient.Recipient.Permission;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Tells who is to be reached where, and whom it is about. */
@Service
public class RecipientReading {

    private final Episodes episodes;
    private final Coordinators coordinators;
    private final Patients patients;
    private final CareClock clock;

    RecipientReading(Episodes episodes, Coordinators coordinators, Patients patients, CareClock clock) {
        this.episodes = episodes;
        this.coordinators = coordinators;
        this.patients = patients;
        this.clock = clock;
    }

    /** One snapshot: address and consent can not come from two different moments. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Recipient recipient(EpisodeId episodeId, String member, Consent.Category category) {
        Episode episode = find(episodeId);
        if (member.equals(episode.coordinator())) {
            return Recipient.of(coordinators.find(member).orElseThrow(NotInCareTeam::new));
        }
        if (member.equals(episode.patientId().toString())) {
            return Recipient.of(patient(episodeId));
        }
        Member found = episode.member(member).orElseThrow(NotInCareTeam::new);
        return Recipient.of(
                episode,
                found,
                episodes.secrets(episodeId).get(member),
                patients.partnerPatients(episode.patientId()),
                new Permission(category, clock.now()));
    }

    @Transactional(readOnly = true)
    public Patient patient(EpisodeId episodeId) {
        Episode episode = find(episodeId);
        return patients.find(episode.patientId()).orElseThrow(() -> UnknownPatient.askedFor(episode.patientId()));
    }

    private Episode find(EpisodeId episodeId) {
        return episodes.find(episodeId).orElseThrow(() -> new EpisodeNotFound(episodeId.value()));
    }
}
