package io.github.throughline.plan.careplan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a care plan. */
public record CarePlanId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CarePlanId {}

    static CarePlanId random() {
        return new CarePlanId(UUID.randomUUID());
    }

    public static CarePlanId of(String text) {
        return new CarePlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
