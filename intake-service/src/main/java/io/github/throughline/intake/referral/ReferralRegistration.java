package io.github.throughline.intake.referral;

import io.github.throughline.intake.patient.Particulars;
import io.github.throughline.intake.patient.Patient;
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

/** Takes a referral in, of a new patient or of one who is known. */
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
        Patient patient = patient(request, caller, receivedAt);
        var referral = new Referral(
                ReferralId.random(),
                patient.id(),
                request.problem(),
                request.referredBy(),
                caller.subject(),
                receivedAt,
                null);
        referrals.add(referral);
        facts.publishEvent(new ReferralRegistered(referral, patient));
        return referral;
    }

    private Patient patient(ReferralRequest request, Caller caller, Instant receivedAt) {
        Particulars particulars = request.patient();
        PatientId known = request.patientId();
        if (particulars != null && known == null) {
            Patient patient = Patient.of(PatientId.random(), particulars, receivedAt);
            patients.add(patient);
            return patient;
        }
        if (particulars == null && known != null) {
            return patients.lock(known)
                    .filter(patient -> referrals.isIntakeOf(caller, known))
                    .orElseThrow(() -> UnknownPatient.named(known));
        }
        throw new PatientOrParticulars();
    }
}
