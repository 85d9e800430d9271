package io.github.throughline.intake.patient;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A patient's own id at a partner system; on topics only its HMAC stands.
 *
 * @param partner id of the partner
 * @param patient the partner's id for the patient
 */
public record PartnerPatient(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String partner,
        @NotBlank @Size(max = 255) String patient) {

    /** So many of a patient: they travel in every event of the patient's episodes. */
    public static final int MOST = 10;
}
