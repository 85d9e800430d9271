package io.github.throughline.intake.recipient;

import static io.github.throughline.platform.security.Allow.To.EPISODE;
import static io.github.throughline.platform.security.Role.SERVICE;

import io.github.throughline.intake.coordinator.Coordinators;
import io.github.throughline.intake.episode.Consent;
import io.github.throughline.intake.episode.Episode;
import io.github.throughline.intake.episode.EpisodeId;
import io.github.throughline.intake.episode.Episodes;
import io.github.throughline.intake.episode.Member;
import io.github.throughline.intake.patient.Patients;
import io.github.throughline.intake.patient.UnknownPatient;
import io.github.throughline.intake.recipient.Recipient.Permission;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For services only, and at the moment of sending or showing: nobody keeps what is answered here. */
@RestController
@RequestMapping("/episodes/{episodeId}")
class RecipientController {

    record PatientName(String name) {}

    private final Episodes episodes;
    private final Coordinators coordinators;
    private final Patients patients;
    private final CareClock clock;

    RecipientController(Episodes episodes, Coordinators coordinators, Patients patients, CareClock clock) {
        this.episodes = episodes;
        this.coordinators = coordinators;
        this.patients = patients;
        this.clock = clock;
    }

    /** One snapshot: address and consent can not come from two different moments. */
    @GetMapping("/recipients/{member}")
    @Allow(value = SERVICE, to = EPISODE)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Recipient recipient(
            @PathVariable EpisodeId episodeId, @PathVariable String member, @RequestParam Consent.Category category) {
        Episode episode = find(episodeId);
        if (member.equals(episode.coordinator())) {
            return Recipient.of(coordinators.find(member).orElseThrow(NotInCareTeam::new));
        }
        Member found = episode.member(member).orElseThrow(NotInCareTeam::new);
        return Recipient.of(
                episode,
                found,
                episodes.secrets(episodeId).get(member),
                patients.partnerPatients(episode.patientId()),
                new Permission(category, clock.now()));
    }

    /** For the coordinator's console alone. */
    @GetMapping("/patient")
    @Allow(value = SERVICE, to = EPISODE)
    public PatientName patient(@PathVariable EpisodeId episodeId) {
        Episode episode = find(episodeId);
        return patients.find(episode.patientId())
                .map(patient -> new PatientName(patient.name()))
                .orElseThrow(() -> UnknownPatient.askedFor(episode.patientId()));
    }

    private Episode find(EpisodeId episodeId) {
        return episodes.find(episodeId).orElseThrow(() -> new EpisodeNotFound(episodeId.value()));
    }
}
