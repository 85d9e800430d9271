package io.github.throughline.intake.erasure;

import io.github.throughline.intake.episode.AvroEpisodes;
import io.github.throughline.intake.episode.Episode;
import io.github.throughline.intake.episode.Episodes;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.intake.patient.Patients;
import io.github.throughline.intake.patient.UnknownPatient;
import io.github.throughline.intake.workitem.WorkFromFacts;
import io.github.throughline.platform.time.CareClock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets a patient: identity, care teams and consents here, and word to everybody who keeps rows of them. */
@Service
public class PatientErasure {

    private static final Logger LOGGER = LoggerFactory.getLogger(PatientErasure.class);

    private final Patients patients;
    private final Episodes episodes;
    private final WorkFromFacts work;
    private final AvroEpisodes events;
    private final CareClock clock;

    PatientErasure(Patients patients, Episodes episodes, WorkFromFacts work, AvroEpisodes events, CareClock clock) {
        this.patients = patients;
        this.episodes = episodes;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void erase(PatientId id) {
        if (patients.lock(id).isEmpty()) {
            throw UnknownPatient.askedFor(id);
        }
        Instant now = clock.now();
        work.cancelAll(id, now);
        for (Episode episode : episodes.lockOf(id)) {
            events.publishErased(episode, now);
            episodes.delete(episode.id());
        }
        patients.erase(id);
        LOGGER.atInfo().addKeyValue("patientId", id).log("patient erased");
    }
}
