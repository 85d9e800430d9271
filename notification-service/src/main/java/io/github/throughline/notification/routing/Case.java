package io.github.throughline.notification.routing;

import io.github.throughline.notification.escalation.Severity;
import java.time.ZonedDateTime;

/**
 * What a route is chosen for.
 *
 * @param rule id, e.g. plateau
 * @param program id of the patient's program
 * @param at care time in the policy's time zone
 */
record Case(String rule, Severity severity, String program, ZonedDateTime at) {}
