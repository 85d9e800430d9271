package io.github.throughline.intake.referral;

import io.github.throughline.intake.patient.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a patient to be cared for.
 *
 * @param problem what for, in the words of who asked
 * @param referredBy who asked; null: nobody is known
 * @param registeredBy subject of who typed it in
 * @param episodeId the episode that came of it; null: none yet
 */
public record Referral(
        ReferralId id,
        PatientId patientId,
        String problem,
        @Nullable String referredBy,
        String registeredBy,
        Instant receivedAt,
        @Nullable UUID episodeId) {

    /** Without problem and names: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "Referral " + id;
    }
}
