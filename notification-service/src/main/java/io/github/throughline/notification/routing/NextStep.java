package io.github.throughline.notification.routing;

import java.time.Instant;

/**
 * What the routing policy does next about an escalation unless somebody acts.
 *
 * @param at care time
 * @param opensAgain whether it is opened again then; else the next person is told
 */
public record NextStep(Instant at, boolean opensAgain) {}
