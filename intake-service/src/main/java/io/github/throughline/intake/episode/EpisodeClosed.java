package io.github.throughline.intake.episode;

/** An episode was closed; told inside the transaction. */
public record EpisodeClosed(Episode episode) {}
