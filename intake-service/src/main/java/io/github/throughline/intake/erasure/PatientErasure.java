package io.github.throughline.intake.erasure;

import io.github.throughline.intake.episode.AvroEpisodes;
import io.github.throughline.intake.episode.Episode;
import io.github.throughline.intake.episode.Episodes;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.intake.patient.Patients;
import io.github.throughline.intake.patient.UnknownPatient;
import io.github.throughline.intake.referral.Referrals;
import io.github.throughline.intake.workitem.WorkFromFacts;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import io.github.throughline.platform.time.CareClock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets a patient: identity, care teams and consents here, and word to everybody who keeps rows of them. */
@Service
public class PatientErasure {

    private static final Logger LOGGER = LoggerFactory.getLogger(PatientErasure.class);

    private final Patients patients;
    private final Referrals referrals;
    private final Episodes episodes;
    private final WorkFromFacts work;
    private final AvroEpisodes events;
    private final CareClock clock;

    PatientErasure(
            Patients patients,
            Referrals referrals,
            Episodes episodes,
            WorkFromFacts work,
            AvroEpisodes events,
            CareClock clock) {
        this.patients = patients;
        this.referrals = referrals;
        this.episodes = episodes;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /** @throws UnknownPatient also where the patient is not the caller's to erase */
    @Transactional
    public void erase(PatientId id, Caller caller) {
        if (patients.lock(id).isEmpty() || !mayErase(caller, id)) {
            throw UnknownPatient.askedFor(id);
        }
        Instant now = clock.now();
        List<Episode> erased = episodes.lockOf(id);
        work.cancelAll(id, now);
        for (Episode episode : erased) {
            events.publishErased(episode, now);
            episodes.delete(episode.id());
        }
        patients.erase(id);
        LOGGER.atInfo()
                .addKeyValue("patientId", id)
                .addKeyValue("erasedBy", caller.subject())
                .log("patient erased");
    }

    private boolean mayErase(Caller caller, PatientId id) {
        return caller.isPatient(id.value()) || caller.is(Role.OPERATOR) || referrals.tookIn(caller, id);
    }
}
