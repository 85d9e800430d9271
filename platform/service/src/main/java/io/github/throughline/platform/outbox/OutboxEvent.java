package io.github.throughline.platform.outbox;

import io.github.throughline.schemas.Topic;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event on its way out.
 *
 * @param topic one that this service writes
 * @param key record key: the patient id on domain topics
 * @param aggregateId what changed; events of one key leave in the order of their commits
 * @param eventId the same on every delivery
 * @param occurredAt event time in care time
 */
public record OutboxEvent(
        Topic topic, String key, String aggregateId, UUID eventId, Instant occurredAt, SpecificRecord record) {}
