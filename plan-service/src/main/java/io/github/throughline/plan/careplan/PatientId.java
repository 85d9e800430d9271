package io.github.throughline.plan.careplan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Pseudonymous id of a patient. */
public record PatientId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PatientId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
