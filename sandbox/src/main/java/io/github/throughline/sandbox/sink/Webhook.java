package io.github.throughline.sandbox.sink;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A call of a webhook that arrived, accepted or not.
 *
 * @param number 1, 2, 3 ... in the order of arrival
 * @param arrivedAt machine time
 * @param name which hook was called: the path behind {@code /hooks/}
 * @param id the header {@code webhook-id}; empty when there is none
 * @param headers by lower-case name
 * @param body as it came
 * @param status what was answered
 */
public record Webhook(
        long number,
        Instant arrivedAt,
        String name,
        String id,
        Map<String, List<String>> headers,
        String body,
        int status) {

    public Webhook {
        headers = Map.copyOf(headers);
    }
}
