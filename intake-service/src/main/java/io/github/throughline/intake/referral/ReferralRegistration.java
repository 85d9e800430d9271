package io.github.throughline.intake.referral;

import io.github.throughline.intake.patient.Particulars;
import io.github.throughline.intake.patient.Patient;
import io.github.throughline.intake.patient.PatientChanged;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.intake.patient.Patients;
import io.github.throughline.intake.patient.UnknownPatient;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.time.EventTime;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a referral in, and completes later what was missing in it. */
@Service
public class ReferralRegistration {

    private final Patients patients;
    private final Referrals referrals;
    private final ApplicationEventPublisher facts;
    private final CareClock clock;

    ReferralRegistration(Patients patients, Referrals referrals, ApplicationEventPublisher facts, CareClock clock) {
        this.patients = patients;
        this.referrals = referrals;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Referral register(ReferralRequest request, Caller caller) {
        Instant receivedAt = EventTime.of(request.occurredAt(), clock.now());
        Patient patient = Patient.of(PatientId.random(), request.patient(), receivedAt);
        var referral = new Referral(
                ReferralId.random(),
                patient.id(),
                request.problem(),
                request.referredBy(),
                caller.subject(),
                receivedAt,
                null);
        patients.add(patient);
        referrals.add(referral);
        facts.publishEvent(new ReferralRegistered(referral, patient));
        return referral;
    }

    /** @throws UnknownPatient also where the patient's intake is not the caller's work */
    @Transactional
    public void complete(PatientId id, Particulars particulars, Caller caller) {
        Patient known = patients.lock(id)
                .filter(patient -> caller.isPatient(id.value()) || referrals.isIntakeOf(caller, id))
                .orElseThrow(() -> UnknownPatient.askedFor(id));
        Patient patient = known.with(particulars);
        patients.replace(patient);
        facts.publishEvent(new PatientChanged(patient));
    }
}
