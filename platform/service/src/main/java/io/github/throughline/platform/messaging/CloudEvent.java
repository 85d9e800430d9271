package io.github.throughline.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that travel as Kafka headers (CloudEvents 1.0.2, Kafka binding, binary mode).
 *
 * @param source name of the writing service
 * @param type full name of the record type
 * @param subject id of the aggregate
 * @param traceparent W3C trace context of what caused it; null: none
 */
public record CloudEvent(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        @Nullable String traceparent) {

    public void addTo(Headers headers) {
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id.toString());
        add(headers, "ce_source", "/throughline/" + source);
        add(headers, "ce_type", type);
        add(headers, "ce_subject", subject);
        add(headers, "ce_time", time.toString());
        add(headers, "content-type", "application/avro");
        if (traceparent != null) {
            add(headers, "traceparent", traceparent);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
