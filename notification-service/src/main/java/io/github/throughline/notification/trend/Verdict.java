package io.github.throughline.notification.trend;

import java.time.Instant;

/**
 * What the recent readings of a measure say.
 *
 * @param verdict in lower case with spaces, e.g. too early
 * @param since care time
 */
public record Verdict(String verdict, Instant since) {}
