package io.github.throughline.checkin.checkin;

import java.util.UUID;

/**
 * A week of a plan.
 *
 * @param planVersion the version that scheduled it
 * @param number counted from 0 at the plan's start
 */
public record PlanWeek(UUID planId, int planVersion, int number) {}
