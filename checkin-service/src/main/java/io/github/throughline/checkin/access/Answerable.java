package io.github.throughline.checkin.access;

import io.github.throughline.platform.episode.Episode;

/** An episode in which somebody may answer, and as what. */
public record Answerable(Episode episode, Giver giver) {}
