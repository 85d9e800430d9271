package io.github.throughline.checkin.reading;

import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import java.util.UUID;

/** Who a caller is to a patient, as the source of a reading. */
public final class Sources {

    private Sources() {}

    public static Origin.Source of(Caller caller, UUID patientId) {
        if (caller.isPatient(patientId)) {
            return Origin.Source.PATIENT;
        }
        return caller.is(Role.CAREGIVER) ? Origin.Source.CAREGIVER : Origin.Source.CARE_TEAM;
    }
}
