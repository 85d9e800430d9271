package io.github.throughline.sandbox.report;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice that was seen at its destination.
 *
 * @param channel in lower case: email, webhook or partner-topic
 * @param at machine time
 */
public record Arrival(String channel, UUID noticeId, Instant at) {}
