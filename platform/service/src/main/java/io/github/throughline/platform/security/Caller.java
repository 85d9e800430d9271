package io.github.throughline.platform.security;

import java.util.Set;
import java.util.UUID;

/**
 * Who calls.
 *
 * @param subject the token's subject: the reference of a care team member, or the patient's id for a patient
 */
public record Caller(String subject, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the caller is this patient. */
    public boolean isPatient(UUID patientId) {
        return is(Role.PATIENT) && subject.equals(patientId.toString());
    }
}
