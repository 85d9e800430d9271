package io.github.throughline.plan.careplan;

import io.github.throughline.plan.careplan.PlanVersion.Signed;
import java.time.Instant;

/**
 * A signed version and whose it is.
 *
 * @param recordedAt when it came to stand as it stands, machine time
 */
public record SignedVersion(
        CarePlanId planId, PatientId patientId, EpisodeId episodeId, Signed version, Instant recordedAt) {}
