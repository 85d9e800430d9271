package io.github.throughline.intake.identity;

import io.github.throughline.intake.episode.Episodes;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.intake.referral.Referrals;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import org.springframework.stereotype.Component;

/** Who has to know who a patient is. */
@Component
class IdentityPolicy {

    private final Referrals referrals;
    private final Episodes episodes;

    IdentityPolicy(Referrals referrals, Episodes episodes) {
        this.referrals = referrals;
        this.episodes = episodes;
    }

    /** The patient, and those who find out what is missing. */
    boolean mayKnow(Caller caller, PatientId patient) {
        return caller.isPatient(patient.value()) || isTheirWork(caller, patient);
    }

    /** The patient's intake, and while an episode is open its coordinator. */
    boolean isTheirWork(Caller caller, PatientId patient) {
        return referrals.isIntakeOf(caller, patient)
                || (caller.is(Role.COORDINATOR) && episodes.isCoordinatorOf(caller.subject(), patient));
    }
}
