package io.github.throughline.checkin.fhir;

import io.github.throughline.checkin.reading.Reading;
import java.time.Instant;
import java.util.UUID;

/**
 * A reading and whose it is.
 *
 * @param changedAt when it was last recorded, machine time in whole milliseconds
 */
record Recorded(Reading reading, UUID patientId, Instant changedAt) {

    /** Whether it came from answers, though none may have been given, and is no total alone. */
    boolean isAnswered() {
        return !reading.result().answers().isEmpty() || reading.result().value() == null;
    }
}
