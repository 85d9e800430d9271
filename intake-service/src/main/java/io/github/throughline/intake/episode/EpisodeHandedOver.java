package io.github.throughline.intake.episode;

/** Somebody else coordinates the episode now; told inside the transaction. */
public record EpisodeHandedOver(Episode episode) {}
