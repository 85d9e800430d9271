package io.github.throughline.sandbox.client;

import java.util.UUID;

/**
 * Somebody who calls the system.
 *
 * @param subject reference of a member of the care team, or a patient's id
 * @param role as the claim {@code roles} names it
 */
public record Person(String subject, String role) {

    public static Person patient(UUID patientId) {
        return new Person(patientId.toString(), "patient");
    }

    public static Person coordinator(String reference) {
        return new Person(reference, "coordinator");
    }

    public static Person physician(String reference) {
        return new Person(reference, "physician");
    }

    public static Person intake() {
        return new Person("sandbox-intake", "intake");
    }

    /** A program of the system itself, which may see everything. */
    public static Person service() {
        return new Person("sandbox", "service");
    }
}
