package io.github.throughline.intake.identity;

import io.github.throughline.intake.episode.EpisodeKeeping;
import io.github.throughline.intake.patient.Particulars;
import io.github.throughline.intake.patient.PartnerPatient;
import io.github.throughline.intake.patient.Patient;
import io.github.throughline.intake.patient.PatientChanged;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.intake.patient.Patients;
import io.github.throughline.intake.patient.UnknownPatient;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.web.VersionTag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows who a patient is, completes and corrects it. To whom it is not work the patient does not exist. */
@Service
public class PatientIdentity {

    private final Patients patients;
    private final IdentityPolicy policy;
    private final EpisodeKeeping episodes;
    private final ApplicationEventPublisher facts;
    private final CareClock clock;

    PatientIdentity(
            Patients patients,
            IdentityPolicy policy,
            EpisodeKeeping episodes,
            ApplicationEventPublisher facts,
            CareClock clock) {
        this.patients = patients;
        this.policy = policy;
        this.episodes = episodes;
        this.facts = facts;
        this.clock = clock;
    }

    /** What is known of a patient. */
    record Known(Patient patient, List<PartnerPatient> partnerPatients) {}

    @Transactional(readOnly = true)
    public Known known(PatientId id, Caller caller) {
        Patient patient = patients.find(id)
                .filter(found -> policy.mayKnow(caller, id))
                .orElseThrow(() -> UnknownPatient.askedFor(id));
        return new Known(patient, patients.partnerPatients(id));
    }

    /** @param ifMatch the version of the patient that was read */
    @Transactional
    public Patient correct(PatientId id, Particulars particulars, Caller caller, @Nullable String ifMatch) {
        Patient known = patients.lock(id)
                .filter(found -> policy.mayKnow(caller, id))
                .orElseThrow(() -> UnknownPatient.askedFor(id));
        VersionTag.require(ifMatch, known.version());
        Patient patient = known.with(particulars);
        patients.replace(patient);
        facts.publishEvent(new PatientChanged(patient));
        return patient;
    }

    /**
     * Replaces what partners call the patient, and tells it with every open episode: a wrong one takes somebody else's
     * readings in.
     *
     * @param ifMatch the version of the patient that was read
     */
    @Transactional
    public Patient correctPartnerPatients(
            PatientId id, List<PartnerPatient> partnerPatients, Caller caller, @Nullable String ifMatch) {
        Patient known = patients.lock(id)
                .filter(found -> policy.isTheirWork(caller, id))
                .orElseThrow(() -> UnknownPatient.askedFor(id));
        VersionTag.require(ifMatch, known.version());
        patients.replacePartnerPatients(id, partnerPatients);
        episodes.republish(id, clock.now());
        return patients.find(id).orElseThrow(() -> UnknownPatient.askedFor(id));
    }
}
