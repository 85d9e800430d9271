package io.github.throughline.intake.referral;

import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The referrals of this deployment. */
public interface Referrals {

    void add(Referral referral);

    Optional<Referral> find(ReferralId id);

    /** An episode came of the referral. */
    void accept(ReferralId id, UUID episodeId);

    /**
     * What the caller has to do with, newest first: to intake what waits for an episode and what they registered
     * themselves, to a coordinator what their episodes came of.
     */
    List<Referral> relatedTo(Caller caller);

    /** Whether the caller took the patient in; others of intake may know of them, but have no say over them. */
    boolean tookIn(Caller caller, PatientId patient);

    /** Whether the patient's intake is the caller's work: a referral waits, or they registered one or an episode of it. */
    boolean isIntakeOf(Caller caller, PatientId patient);
}
