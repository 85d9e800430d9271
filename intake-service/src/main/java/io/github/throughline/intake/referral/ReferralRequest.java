package io.github.throughline.intake.referral;

import io.github.throughline.intake.patient.Particulars;
import io.github.throughline.intake.patient.PatientId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it is sent.
 *
 * @param patient who it is for, where they are not known yet
 * @param patientId or: of somebody who is known from an earlier referral
 * @param problem what for
 * @param occurredAt when it was received; null: now
 */
public record ReferralRequest(
        @Nullable @Valid Particulars patient,
        @Nullable PatientId patientId,
        @NotBlank @Size(max = 500) String problem,
        @Nullable @Size(max = 200) String referredBy,
        @Nullable Instant occurredAt) {

    /** Without what it says: a patient's name must not reach a log by accident. */
    @Override
    public String toString() {
        return "ReferralRequest";
    }
}
