package io.github.throughline.intake.referral;

import io.github.throughline.intake.patient.Particulars;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it is sent.
 *
 * @param patient who it is for
 * @param problem what for
 * @param occurredAt when it was received; null: now
 */
public record ReferralRequest(
        @NotNull @Valid Particulars patient,
        @NotBlank @Size(max = 500) String problem,
        @Nullable @Size(max = 200) String referredBy,
        @Nullable Instant occurredAt) {

    /** Without what it says: a patient's name must not reach a log by accident. */
    @Override
    public String toString() {
        return "ReferralRequest";
    }
}
