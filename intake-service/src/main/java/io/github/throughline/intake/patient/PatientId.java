package io.github.throughline.intake.patient;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Pseudonymous, random id of a patient; never an id that another system knows. */
public record PatientId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PatientId {}

    public static PatientId random() {
        return new PatientId(UUID.randomUUID());
    }

    public static PatientId of(String text) {
        return new PatientId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
