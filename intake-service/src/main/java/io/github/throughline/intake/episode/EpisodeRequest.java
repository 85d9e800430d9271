package io.github.throughline.intake.episode;

import io.github.throughline.intake.patient.PartnerPatient;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.intake.referral.ReferralId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An episode to open.
 *
 * @param patientId or {@code referralId}: who it is for
 * @param program id of the program that it follows
 * @param timeZone of the patient, IANA name
 * @param coordinator reference; null: one is chosen
 * @param partnerPatients the patient's ids at partners; they stay with the patient
 * @param occurredAt when it was opened; null: now
 */
public record EpisodeRequest(
        @Nullable PatientId patientId,
        @Nullable ReferralId referralId,
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String program,
        @NotNull String timeZone,
        @Nullable String coordinator,
        @Size(max = MOST_MEMBERS) List<@Valid @NotNull Member> careTeam,
        @Size(max = MOST_CONSENTS) List<@Valid @NotNull ConsentRequest> consents,
        @Size(max = PartnerPatient.MOST) List<@Valid @NotNull PartnerPatient> partnerPatients,
        @Nullable Instant occurredAt) {

    /** All of an episode travels in each of its events: lists without an end would make one that no topic takes. */
    static final int MOST_MEMBERS = 50;

    static final int MOST_CONSENTS = 200;

    public EpisodeRequest {
        careTeam = careTeam == null ? List.of() : careTeam;
        consents = consents == null ? List.of() : consents;
        partnerPatients = partnerPatients == null ? List.of() : partnerPatients;
    }

    /** @param from null: from now on */
    public record ConsentRequest(
            @NotNull String member,
            Consent.@NotNull Category category,
            @Nullable Instant from,
            @Nullable Instant until) {

        Consent at(Instant now) {
            return new Consent(member, category, from == null ? now : from, until);
        }
    }
}
