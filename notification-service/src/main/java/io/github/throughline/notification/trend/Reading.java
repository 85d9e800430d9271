package io.github.throughline.notification.trend;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a measure.
 *
 * @param value in points of the measure; null: not scored
 * @param source in lower case: patient, caregiver, care_team, partner, unknown
 */
public record Reading(UUID id, Instant observedAt, @Nullable Double value, String source) {}
