package io.github.throughline.checkin.fhir;

import io.github.throughline.checkin.reading.Reading;
import java.time.Instant;
import java.util.UUID;

/**
 * A reading and whose it is.
 *
 * @param changedAt when it was last recorded, machine time in whole milliseconds
 */
record Recorded(Reading reading, UUID patientId, Instant changedAt) {}
