package io.github.throughline.intake.episode;

import io.github.throughline.intake.referral.ReferralId;
import org.jspecify.annotations.Nullable;

/**
 * An episode was opened; told inside the transaction.
 *
 * @param referral that it came of; null: none
 */
public record EpisodeOpened(Episode episode, @Nullable ReferralId referral) {}
