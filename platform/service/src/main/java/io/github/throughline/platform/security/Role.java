package io.github.throughline.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Roles of callers, as the claim {@code roles} of an access token names them in lower case with hyphens. */
public enum Role {
    PATIENT,
    CAREGIVER,
    COORDINATOR,
    PHYSICIAN,
    THERAPIST,
    CLINICAL_LEAD,
    /** Registers referrals and episodes. */
    INTAKE,
    OPERATOR,
    /** A partner's system; the token's subject is the partner's id. */
    PARTNER,
    /** Another service of this system. */
    SERVICE;

    /** The claim's word for it, e.g. clinical-lead. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
