package io.github.throughline.sandbox.simulation;

import java.time.Instant;

/**
 * A check-in that opened.
 *
 * @param week week of the plan, from 0
 * @param endsAt end of the window
 * @param graceEndsAt a later answer is late
 */
record Window(int week, Instant opensAt, Instant endsAt, Instant graceEndsAt) {}
