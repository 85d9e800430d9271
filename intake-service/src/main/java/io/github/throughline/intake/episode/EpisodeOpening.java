package io.github.throughline.intake.episode;

import io.github.throughline.intake.coordinator.Coordinator;
import io.github.throughline.intake.coordinator.CoordinatorAssignment;
import io.github.throughline.intake.coordinator.CoordinatorInactive;
import io.github.throughline.intake.coordinator.Coordinators;
import io.github.throughline.intake.coordinator.UnknownCoordinator;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.intake.patient.Patients;
import io.github.throughline.intake.patient.UnknownPatient;
import io.github.throughline.intake.referral.Referral;
import io.github.throughline.intake.referral.ReferralId;
import io.github.throughline.intake.referral.Referrals;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.time.EventTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an episode: finds the patient, a coordinator, keeps who may know what, and tells everybody. */
@Service
public class EpisodeOpening {

    private static final Logger LOGGER = LoggerFactory.getLogger(EpisodeOpening.class);

    private final Patients patients;
    private final Referrals referrals;
    private final Coordinators coordinators;
    private final EpisodeKeeping keeping;
    private final ApplicationEventPublisher facts;
    private final CareClock clock;

    EpisodeOpening(
            Patients patients,
            Referrals referrals,
            Coordinators coordinators,
            EpisodeKeeping keeping,
            ApplicationEventPublisher facts,
            CareClock clock) {
        this.patients = patients;
        this.referrals = referrals;
        this.coordinators = coordinators;
        this.keeping = keeping;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public KeptEpisode open(EpisodeRequest request, Caller caller) {
        Instant now = clock.now();
        Instant at = EventTime.of(request.occurredAt(), now);
        ZoneId timeZone = timeZone(request.timeZone());
        PatientId patient = lock(patientOf(request), caller);
        Optional<Referral> referral = Optional.ofNullable(request.referralId()).map(this::waiting);
        var circle = new Episode.CareCircle(
                request.careTeam(),
                request.consents().stream().map(consent -> consent.at(at)).toList());
        keeping.refuseSecondOpen(patient, request.program());
        Episode episode = Episode.open(
                patient, request.program(), timeZone, coordinator(request.coordinator(), patient), circle, at);
        KeptEpisode kept = keeping.add(episode, caller.subject(), request.partnerPatients(), now);
        referral.ifPresent(r -> referrals.accept(r.id(), episode.id().value()));
        facts.publishEvent(new EpisodeOpened(episode, referral.map(Referral::id).orElse(null)));
        return kept;
    }

    static ZoneId timeZone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new EpisodeRefused.TimeZoneUnknown();
        }
        return ZoneId.of(name);
    }

    private PatientId patientOf(EpisodeRequest request) {
        PatientId patient = request.patientId();
        ReferralId referral = request.referralId();
        if (patient != null && referral == null) {
            return patient;
        }
        if (patient == null && referral != null) {
            return waiting(referral).patientId();
        }
        throw new EpisodeRefused.PatientOrReferral();
    }

    /** Asked again when the patient is locked: from then on nobody else accepts it. */
    private Referral waiting(ReferralId id) {
        Referral referral = referrals.find(id).orElseThrow(EpisodeRefused.UnknownReferral::new);
        if (referral.episodeId() != null) {
            throw new EpisodeRefused.ReferralAccepted();
        }
        return referral;
    }

    /** The patient first, as everybody locks; who did not take them in finds nobody. */
    private PatientId lock(PatientId id, Caller caller) {
        return patients.lock(id)
                .filter(patient -> referrals.isIntakeOf(caller, id))
                .orElseThrow(() -> UnknownPatient.named(id))
                .id();
    }

    private String coordinator(@Nullable String named, PatientId patient) {
        if (named != null) {
            return requireActive(coordinators, named);
        }
        var loads = coordinators.lockLoads();
        var assignment =
                CoordinatorAssignment.choose(coordinators.earlierOf(patient).orElse(null), loads);
        LOGGER.atInfo()
                .addKeyValue("patientId", patient)
                .addKeyValue("reason", assignment.reason())
                .log("coordinator assigned");
        return assignment.reference();
    }

    static String requireActive(Coordinators coordinators, String reference) {
        Coordinator coordinator = coordinators.find(reference).orElseThrow(() -> new UnknownCoordinator(422));
        if (!coordinator.active()) {
            throw new CoordinatorInactive();
        }
        return coordinator.reference();
    }
}
