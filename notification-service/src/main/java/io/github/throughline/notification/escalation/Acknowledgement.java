package io.github.throughline.notification.escalation;

import java.time.Instant;

/**
 * Somebody has seen an escalation and holds it.
 *
 * @param by reference of the person
 * @param at care time
 */
public record Acknowledgement(String by, Instant at) {}
