package io.github.throughline.sandbox.sink;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail that arrived.
 *
 * @param number 1, 2, 3 ... in the order of arrival
 * @param arrivedAt machine time at which it was accepted
 * @param from the envelope's sender
 * @param recipients of the envelope
 * @param subject decoded
 * @param headers as they came, by name
 * @param body the plain text of it, or what comes nearest
 */
public record Mail(
        long number,
        Instant arrivedAt,
        String from,
        List<String> recipients,
        String subject,
        Map<String, List<String>> headers,
        String body) {

    public Mail {
        recipients = List.copyOf(recipients);
        headers = Map.copyOf(headers);
    }
}
