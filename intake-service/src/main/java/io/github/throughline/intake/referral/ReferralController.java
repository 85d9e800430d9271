package io.github.throughline.intake.referral;

import static io.github.throughline.platform.security.Allow.To.RELATED;
import static io.github.throughline.platform.security.Role.COORDINATOR;
import static io.github.throughline.platform.security.Role.INTAKE;

import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes referrals in and lists them. */
@RestController
class ReferralController {

    /** What of a referral is answered: no name, it is read where it is needed. */
    record ReferralView(
            ReferralId referralId,
            PatientId patientId,
            String problem,
            @Nullable String referredBy,
            Instant receivedAt,
            @Nullable UUID episodeId) {

        static ReferralView of(Referral referral) {
            return new ReferralView(
                    referral.id(),
                    referral.patientId(),
                    referral.problem(),
                    referral.referredBy(),
                    referral.receivedAt(),
                    referral.episodeId());
        }
    }

    record Registered(ReferralId referralId, PatientId patientId) {}

    private final ReferralRegistration registration;
    private final Referrals referrals;

    ReferralController(ReferralRegistration registration, Referrals referrals) {
        this.registration = registration;
        this.referrals = referrals;
    }

    @PostMapping("/referrals")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(value = INTAKE, to = RELATED)
    public Registered register(@Valid @RequestBody ReferralRequest request, Caller caller) {
        Referral referral = registration.register(request, caller);
        return new Registered(referral.id(), referral.patientId());
    }

    @GetMapping("/referrals")
    @Allow(
            value = {INTAKE, COORDINATOR},
            to = RELATED)
    public List<ReferralView> related(Caller caller) {
        return referrals.relatedTo(caller).stream().map(ReferralView::of).toList();
    }
}
