package io.github.throughline.plan.progress;

import java.time.Instant;

/** @param value in points of the measure */
record Reading(String measure, Instant observedAt, double value) {}
