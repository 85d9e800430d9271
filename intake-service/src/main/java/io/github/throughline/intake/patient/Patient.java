package io.github.throughline.intake.patient;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a patient is. Never logged, never on a topic.
 *
 * @param birthDate null: not known yet
 * @param email null: none
 * @param phone null: none
 * @param version change number; the ids at partners count too
 */
public record Patient(
        PatientId id,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String email,
        @Nullable String phone,
        Instant registeredAt,
        int version) {

    /** Whether all is known that care needs: a birth date to tell people apart, and a way to reach them. */
    public boolean isComplete() {
        return birthDate != null && (email != null || phone != null);
    }

    /** The same patient with other particulars. */
    public Patient with(Particulars particulars) {
        return of(id, particulars, registeredAt, version + 1);
    }

    /** A new patient. */
    public static Patient of(PatientId id, Particulars particulars, Instant registeredAt) {
        return of(id, particulars, registeredAt, 1);
    }

    private static Patient of(PatientId id, Particulars particulars, Instant registeredAt, int version) {
        return new Patient(
                id,
                particulars.name(),
                particulars.birthDate(),
                particulars.email(),
                particulars.phone(),
                registeredAt,
                version);
    }

    /** Without the particulars: a patient's name must not reach a log by accident. */
    @Override
    public String toString() {
        return "Patient " + id;
    }
}
