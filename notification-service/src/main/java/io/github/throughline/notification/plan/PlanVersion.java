package io.github.throughline.notification.plan;

import io.github.throughline.signedplan.PlanContent;
import java.util.UUID;

/**
 * A plan version that was signed.
 *
 * @param state in lower case: in_force, paused, superseded, completed, stopped, unknown
 * @param digest SHA-256 of the signed bytes, as it was published
 * @param signature what the check of it found
 */
public record PlanVersion(
        UUID planId, int version, String state, PlanContent content, String digest, SignatureState signature) {}
